import type { components } from './api'
import type { SessionCard, VenueCard } from './index'

type Schemas = components['schemas']

/** The answer of every write to a session: what its member sees of it. */
export type MemberSession = Schemas['MemberSession']
export type ChangedNight = Schemas['MemberNight']
/** Our forms know all of it. */
export type SessionInput = Required<Omit<Schemas['SessionInput'], 'anotherSession' | 'endedOn'>>
export type PublishSessionInput = SessionInput & Pick<Schemas['SessionInput'], 'anotherSession'>
export type ChangeSessionInput = SessionInput & Pick<Schemas['SessionInput'], 'endedOn'>
export type OccurrenceInput = Schemas['NightInput']
/** What the member has said of a session. */
export type Mine = Schemas['Mine']
export type MyReview = Schemas['MyReview']
export type ReviewInput = Required<Schemas['ReviewInput']>
export type MyReviews = Schemas['MyReviews']
export type OpenQuestion = Schemas['OpenQuestion']
export type AskedQuestion = Schemas['AskedQuestion']
/** The code with which another organiser takes a session over. */
export type Offer = Schemas['SessionOffer']

export type MemberVenue = Schemas['MemberVenue']
export type VenueChange = Schemas['VenueChange']
export type VenueInput = Schemas['VenueInput']

export type Me = Schemas['Me']
export type OwnSession = Schemas['OrganisedSession']
export type ProfileInput = Required<Schemas['ProfileInput']>
export type Favourites = Schemas['Favourites']
export type CalendarAddress = Schemas['CalendarAddress']
/** What becomes of the sessions of a member who leaves. */
export type SessionsOfLeaver = 'orphan' | 'hand-over'
/** What becomes of the reviews of a member who leaves. */
export type ReviewsOfLeaver = 'keep' | 'remove'
/** The code with which somebody else takes over a session of a member who leaves. */
export type HandedOver = Schemas['DeletedMember']['offers'][number]

export type SignUpInput = Schemas['SignUp']
/** Where a code was sent. On a developer's own machine, where no mail is sent, the code itself. */
export type CodeSent = Schemas['CodeDelivery']
export type Tokens = Schemas['Tokens']
export type SignInOptions = Schemas['Provider']
/** Signing in on a page of the provider's own, where it has one. */
export type HostedPage = NonNullable<SignInOptions['hosted']>

/** What a look-alike warning shows. */
export type Candidate = SessionCard | VenueCard
