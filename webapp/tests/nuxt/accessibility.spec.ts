import { mountSuspended } from '@nuxt/test-utils/runtime'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import AccountForm from '~/components/account/AccountForm.vue'
import AccountPage from '~/components/account/AccountPage.vue'
import CodeNotice from '~/components/account/CodeNotice.vue'
import PasswordField from '~/components/account/PasswordField.vue'
import CountyFlag from '~/components/county/CountyFlag.vue'
import CountyMap from '~/components/county/CountyMap.vue'
import CountyShapes from '~/components/county/CountyShapes.vue'
import CountyTile from '~/components/county/CountyTile.vue'
import ChoiceGroup from '~/components/form/ChoiceGroup.vue'
import ConfirmDialog from '~/components/form/ConfirmDialog.vue'
import EditField from '~/components/form/EditField.vue'
import FormPage from '~/components/form/FormPage.vue'
import FormProblems from '~/components/form/FormProblems.vue'
import CaseReview from '~/components/moderation/CaseReview.vue'
import DecidedList from '~/components/moderation/DecidedList.vue'
import DecisionForm from '~/components/moderation/DecisionForm.vue'
import LogEntry from '~/components/moderation/LogEntry.vue'
import MergeSide from '~/components/moderation/MergeSide.vue'
import ModerationCase from '~/components/moderation/ModerationCase.vue'
import ModerationPage from '~/components/moderation/ModerationPage.vue'
import ErrorNotice from '~/components/page/ErrorNotice.vue'
import PageBreadcrumbs from '~/components/page/PageBreadcrumbs.vue'
import PageHeader from '~/components/page/PageHeader.vue'
import PageLoading from '~/components/page/PageLoading.vue'
import PageNotFound from '~/components/page/PageNotFound.vue'
import SampleBadge from '~/components/page/SampleBadge.vue'
import CalendarPanel from '~/components/profile/CalendarPanel.vue'
import CopyField from '~/components/profile/CopyField.vue'
import HandOverLinks from '~/components/profile/HandOverLinks.vue'
import LeavePanel from '~/components/profile/LeavePanel.vue'
import OwnSessions from '~/components/profile/OwnSessions.vue'
import PasswordPanel from '~/components/profile/PasswordPanel.vue'
import ProfileForm from '~/components/profile/ProfileForm.vue'
import BlockedNotice from '~/components/report/BlockedNotice.vue'
import DecisionNotices from '~/components/report/DecisionNotices.vue'
import ObjectionForm from '~/components/report/ObjectionForm.vue'
import ReportButton from '~/components/report/ReportButton.vue'
import ReportDialog from '~/components/report/ReportDialog.vue'
import NearMeButton from '~/components/search/NearMeButton.vue'
import NearMeHelp from '~/components/search/NearMeHelp.vue'
import NightPicker from '~/components/search/NightPicker.vue'
import NoResults from '~/components/search/NoResults.vue'
import ResultHeading from '~/components/search/ResultHeading.vue'
import SearchBox from '~/components/search/SearchBox.vue'
import SearchChip from '~/components/search/SearchChip.vue'
import SearchFilters from '~/components/search/SearchFilters.vue'
import SearchHeader from '~/components/search/SearchHeader.vue'
import SearchMap from '~/components/search/SearchMap.vue'
import SortSelect from '~/components/search/SortSelect.vue'
import FavouriteButton from '~/components/session/FavouriteButton.vue'
import SessionActions from '~/components/session/SessionActions.vue'
import SessionCard from '~/components/session/SessionCard.vue'
import SessionConfirmations from '~/components/session/SessionConfirmations.vue'
import SessionEtiquette from '~/components/session/SessionEtiquette.vue'
import SessionFreshness from '~/components/session/SessionFreshness.vue'
import SessionList from '~/components/session/SessionList.vue'
import SessionNights from '~/components/session/SessionNights.vue'
import SessionPace from '~/components/session/SessionPace.vue'
import SessionRating from '~/components/session/SessionRating.vue'
import SessionRatingSummary from '~/components/session/SessionRatingSummary.vue'
import SessionResults from '~/components/session/SessionResults.vue'
import SessionSkeleton from '~/components/session/SessionSkeleton.vue'
import ShareButton from '~/components/session/ShareButton.vue'
import LookAlikes from '~/components/share/LookAlikes.vue'
import MyPageState from '~/components/share/MyPageState.vue'
import NightRow from '~/components/share/NightRow.vue'
import PinMap from '~/components/share/PinMap.vue'
import ScheduleFields from '~/components/share/ScheduleFields.vue'
import SessionFields from '~/components/share/SessionFields.vue'
import SessionKeeping from '~/components/share/SessionKeeping.vue'
import SignInHint from '~/components/share/SignInHint.vue'
import VenueFields from '~/components/share/VenueFields.vue'
import VenuePicker from '~/components/share/VenuePicker.vue'
import VersionChoice from '~/components/share/VersionChoice.vue'
import SiteFooter from '~/components/site/SiteFooter.vue'
import SiteHeader from '~/components/site/SiteHeader.vue'
import SiteLayout from '~/components/site/SiteLayout.vue'
import SiteLogo from '~/components/site/SiteLogo.vue'
import SiteMember from '~/components/site/SiteMember.vue'
import VenueHistory from '~/components/venue/VenueHistory.vue'
import VenueLocation from '~/components/venue/VenueLocation.vue'
import VenueMap from '~/components/venue/VenueMap.vue'
import VenueMatches from '~/components/venue/VenueMatches.vue'
import VenueRow from '~/components/venue/VenueRow.vue'
import CardVoice from '~/components/feedback/CardVoice.vue'
import GoneForGood from '~/components/feedback/GoneForGood.vue'
import NextNightQuestion from '~/components/feedback/NextNightQuestion.vue'
import QuietFold from '~/components/feedback/QuietFold.vue'
import RefusedWord from '~/components/feedback/RefusedWord.vue'
import StillOn from '~/components/feedback/StillOn.vue'
import TwoWords from '~/components/feedback/TwoWords.vue'
import ReviewAnswerForm from '~/components/review/ReviewAnswerForm.vue'
import ReviewForm from '~/components/review/ReviewForm.vue'
import ReviewItem from '~/components/review/ReviewItem.vue'
import ReviewUnseen from '~/components/review/ReviewUnseen.vue'
import SessionReviews from '~/components/review/SessionReviews.vue'
import StarInput from '~/components/review/StarInput.vue'
import StarRow from '~/components/review/StarRow.vue'
import AskedQuestions from '~/components/profile/AskedQuestions.vue'
import MyReviews from '~/components/profile/MyReviews.vue'
import OpenQuestions from '~/components/profile/OpenQuestions.vue'
import PromptPanel from '~/components/profile/PromptPanel.vue'
import StillOnPrompt from '~/components/profile/StillOnPrompt.vue'
import CardActions from '~/components/session/CardActions.vue'
import VenueGone from '~/components/venue/VenueGone.vue'
import type { CountyCount } from '~/types'
import { parseSearch } from '~/utils/search'
import { emptySessionForm } from '~/utils/sessionForm'
import { emptyVenueForm } from '~/utils/venueForm'
import { card, me, memberSession, mine, myReview, night, NOW, review, session, TONIGHT, venue, venueCard, venueRef } from '../examples'
import { logEntry, moderationCase, notice, reviewOfCase, venuePage } from '../moderation'

const clare: CountyCount = { county: 'CLARE', slug: 'clare', name: 'Clare', nameIrish: 'An Clár', location: { lat: 52.87, lon: -8.98 }, sessions: 5, venues: 4, nights: { MONDAY: 0, TUESDAY: 2, WEDNESDAY: 1, THURSDAY: 3, FRIDAY: 0, SATURDAY: 1, SUNDAY: 1 } }
const search = parseSearch({ pace: 'SLOW' }, TONIGHT)
const cancelled = card({ id: 's2', nights: [night(TONIGHT, { status: 'CANCELLED', note: 'Wake next door.' })] })
const moved = card({ id: 's3', name: 'The slow hour', nights: [night(TONIGHT, { status: 'MOVED', movedTo: venueRef({ name: 'Tigh Mháire' }) })] })

const unanswered = () => new Promise(() => {})

// A component, its props, and the element that must be around it where it is only a part of one.
const cases: [string, Component, Record<string, unknown>, 'svg'?][] = [
  ['AccountForm', AccountForm, { submit: 'Sign in', message: 'Check both.' }],
  ['AccountPage', AccountPage, { title: 'Come in', lead: 'Sign in here.' }],
  ['CodeNotice', CodeNotice, { sent: { destination: 's***@example.com', code: '123456' } }],
  ['PasswordField', PasswordField, { field: 'password', label: 'Password', autocomplete: 'new-password', hint: 'Long.', error: 'Too short.', modelValue: 'abc' }],
  ['CalendarPanel', CalendarPanel, { exists: true, issue: unanswered, revoke: unanswered }],
  ['CopyField', CopyField, { label: 'Address', text: 'https://example.com/' }],
  ['HandOverLinks', HandOverLinks, { offers: [{ session: 's1', name: 'The Corner', code: 'c1' }] }],
  ['LeavePanel', LeavePanel, { sessions: 2, offers: [{ session: 's1', name: 'The Crane’s Rest', code: 'secret' }], reviews: 3, message: 'It did not work.' }],
  ['OwnSessions', OwnSessions, { sessions: me().organised, now: NOW }],
  ['PasswordPanel', PasswordPanel, { change: unanswered }],
  ['ProfileForm', ProfileForm, { me: me(), counties: [clare], save: unanswered }],
  ['CountyFlag', CountyFlag, { county: 'OFFALY' }],
  ['CountyMap', CountyMap, { label: 'Ireland', counts: [{ county: 'CLARE', slug: 'clare', location: clare.location, count: 5 }], selected: 'CLARE', clickable: true }],
  ['CountyShapes', CountyShapes, { outlines: { CLARE: [[[-9, 52.8], [-8.9, 52.9], [-8.8, 52.7]]] }, selected: 'CLARE' }, 'svg'],
  ['CountyTile', CountyTile, { county: clare }],
  ['ChoiceGroup', ChoiceGroup, { field: 'pace', label: 'Pace', choices: [{ value: 'SLOW', text: 'Slow' }], modelValue: [], error: 'Choose one.' }],
  ['ConfirmDialog', ConfirmDialog, { id: 'question', title: 'Take it down?', confirmText: 'Take it down' }],
  ['EditField', EditField, { field: 'name', label: 'Name', hint: 'A hint' }],
  ['ErrorNotice', ErrorNotice, {}],
  ['FavouriteButton', FavouriteButton, { id: 's1', name: 'The Crane’s Rest' }],
  ['FormPage', FormPage, {}],
  ['FormProblems', FormProblems, { title: 'Something is missing', problems: [{ field: 'venue', text: 'Choose the venue.' }] }],
  ['LookAlikes', LookAlikes, { candidates: [card(), venueCard()], now: NOW }],
  ['MyPageState', MyPageState, { page: 'signedOut', text: 'Sign in first.' }],
  ['NightRow', NightRow, { night: night(TONIGHT, { status: 'CANCELLED', note: 'Wake next door.' }), tonight: TONIGHT, found: [], search: 'idle' }],
  ['PageBreadcrumbs', PageBreadcrumbs, { steps: [{ text: 'Clare', to: '/counties/clare' }, { text: 'Ennis' }] }],
  ['PageHeader', PageHeader, { title: 'The Crane’s Rest' }],
  ['PageLoading', PageLoading, { text: 'Fetching the session' }],
  ['PageNotFound', PageNotFound, { text: 'Not here.' }],
  ['PinMap', PinMap, { label: 'Map', location: clare.location, county: 'CLARE', around: null, places: [] }],
  ['ScheduleFields', ScheduleFields, { modelValue: emptySessionForm(), tonight: TONIGHT, errors: {} }],
  ['SampleBadge', SampleBadge, {}],
  ['BlockedNotice', BlockedNotice, { blocked: { until: null, note: 'Three names, one pen.' } }],
  ['CaseReview', CaseReview, { review: reviewOfCase() }],
  ['DecidedList', DecidedList, { decisions: moderationCase().author!.decisions }],
  ['DecisionForm', DecisionForm, { subject: 'venue:v1', allowed: ['KEEP', 'MERGE', 'BLOCK'], authors: [], decide: unanswered, found: [], search: 'idle' }],
  ['DecisionNotices', DecisionNotices, { notices: [notice({ objection: { text: 'I am that person.', at: '2026-11-23T10:00:00Z' } }), notice({ subject: 'session:s1' })], object: unanswered }],
  ['LogEntry', LogEntry, { entry: logEntry({ subject: 'venue:v1', decision: 'MERGE', into: 'v2' }) }],
  ['MergeSide', MergeSide, { side: 'from', venue: venuePage({ sessions: [card()] }), now: NOW, found: [], search: 'idle' }],
  ['ModerationCase', ModerationCase, { one: moderationCase(), title: 'Review of The Crane’s Rest', now: NOW, decide: unanswered, found: [], search: 'idle' }],
  ['ModerationPage', ModerationPage, { title: 'To be decided', page: 'ready' }],
  ['ObjectionForm', ObjectionForm, { id: 'session-s1', thing: 'Your session', send: unanswered }],
  ['ReportButton', ReportButton, { subject: 'venue:v1', name: 'The Crane’s Rest' }],
  ['ReportDialog', ReportDialog, { subject: 'venue:v1', name: 'The Crane’s Rest' }],
  ['NearMeButton', NearMeButton, { on: true }],
  ['NearMeHelp', NearMeHelp, { reason: 'denied', counties: [clare] }],
  ['NightPicker', NightPicker, { tonight: TONIGHT, night: 'tonight', counts: [1, 2, 3, 4, 5, 6, 0] }],
  ['NoResults', NoResults, { search, place: 'in Clare' }],
  ['ResultHeading', ResultHeading, { id: 'list-heading', heading: 'Tonight in Clare', count: '5 sessions', search }],
  ['SearchBox', SearchBox, { text: 'tigh' }],
  ['SearchChip', SearchChip, { label: 'Pace', emptyText: 'Any pace', value: 'SLOW', choices: [{ value: 'SLOW', text: 'Slow' }] }],
  ['SearchFilters', SearchFilters, { search, counties: [clare], countries: [{ country: 'US', sessions: 1, venues: 1 }] }],
  ['SearchHeader', SearchHeader, { search, tonight: TONIGHT, nightCounts: null, loading: true }],
  ['SearchMap', SearchMap, { search, tonight: TONIGHT, counties: [clare], cards: [card()], position: null }],
  ['SortSelect', SortSelect, { search }],
  ['SessionActions', SessionActions, { id: 's1' }],
  ['SessionCard', SessionCard, { card: cancelled, night: 'tonight', now: NOW }],
  ['SessionConfirmations', SessionConfirmations, { said: session().said, tonight: TONIGHT, chosen: '2026-11-17', mine: ['2026-11-17'] }],
  ['SessionEtiquette', SessionEtiquette, { session: session({ dances: ['SET_DANCING'] }) }],
  ['SessionFields', SessionFields, { modelValue: emptySessionForm(), errors: { pace: 'Choose one.' } }],
  ['SessionFreshness', SessionFreshness, { state: 'STALE', text: 'Nobody has said since June' }],
  ['SessionKeeping', SessionKeeping, { state: memberSession(), tonight: TONIGHT, offer: 'https://example.ie/sessions/s1/take-over?code=c' }],
  ['SessionList', SessionList, { cards: [card(), cancelled, moved], night: 'week', now: NOW, groupByNight: true }],
  ['SessionNights', SessionNights, { nights: session().nights, schedule: session().schedule, tonight: TONIGHT }],
  ['SessionPace', SessionPace, { pace: 'FULL' }],
  ['SessionRating', SessionRating, { rating: { mean: 4.7, count: 38 } }],
  ['SessionRatingSummary', SessionRatingSummary, { rating: session().rating }],
  ['SessionResults', SessionResults, { result: { state: 'ready', cards: [card()], total: null, nextPage: 'failed', outdated: true }, night: 'any', now: NOW }],
  ['SessionSkeleton', SessionSkeleton, {}],
  ['ShareButton', ShareButton, { title: 'The Crane’s Rest', text: 'Tuesdays' }],
  ['SignInHint', SignInHint, { text: 'Sign in first.' }],
  ['SiteFooter', SiteFooter, {}],
  ['SiteHeader', SiteHeader, {}],
  ['SiteLayout', SiteLayout, {}],
  ['SiteLogo', SiteLogo, {}],
  ['SiteMember', SiteMember, {}],
  ['VenueFields', VenueFields, { modelValue: emptyVenueForm(), errors: { location: 'Set the pin.' }, around: null, places: [] }],
  ['VenueHistory', VenueHistory, { history: [{ version: 2, at: '2026-11-20T10:00:00Z', by: null, mine: false, fields: [{ field: 'otherNames', before: [], after: ['The Corner'] }], undoable: true }] }],
  ['VenueLocation', VenueLocation, { venue: venue(), linked: true }],
  ['VenueMap', VenueMap, { label: 'The Crane’s Rest in Ennis', location: clare.location, county: 'CLARE', town: 'Ennis' }],
  ['VenueMatches', VenueMatches, { venues: [venueCard()] }],
  ['VenuePicker', VenuePicker, { field: 'venue', label: 'Pub', modelValue: null, found: [venueCard()], state: 'ready', error: 'Choose one.', mayAdd: true }],
  ['VenueRow', VenueRow, { venue: venueCard() }],
  ['CardActions', CardActions, { id: 's1', name: 'The Crane’s Rest', night: '2026-11-17', tonight: TONIGHT }],
  ['CardVoice', CardVoice, { session: 's1', name: 'The Crane’s Rest', night: TONIGHT, tonight: TONIGHT }],
  ['GoneForGood', GoneForGood, { gone: { said: [{ by: null, role: 'ORGANISER', at: '2026-11-20T09:12:00Z' }], sure: true }, mine: false, refused: 'It did not work.' }],
  ['NextNightQuestion', NextNightQuestion, { session: session({ question: { date: TONIGHT, askers: 3, askedAt: '2026-11-24T10:00:00Z', answer: null } }), tonight: TONIGHT, mine: mine(), rights: memberSession().rights }],
  ['QuietFold', QuietFold, { summary: 'Gone for good?' }],
  ['RefusedWord', RefusedWord, { text: 'It did not work.' }],
  ['StillOn', StillOn, { session: session(), tonight: TONIGHT, now: NOW, mine: mine({ nights: [{ date: '2026-11-17', on: true }] }), refused: 'It did not work.' }],
  ['TwoWords', TwoWords, { label: 'Was it on last Tuesday?', yes: 'It was on', no: 'It was not', said: true }],
  ['ReviewAnswerForm', ReviewAnswerForm, { by: 'Pádraig', refused: 'It did not work.' }],
  ['ReviewForm', ReviewForm, { session: 's1', review: myReview(), nights: ['2026-11-17'], tonight: TONIGHT, refused: 'It did not work.' }],
  ['ReviewItem', ReviewItem, { review: review({ answer: { text: 'Come again!', at: '2026-11-19T10:00:00Z' } }), tonight: TONIGHT, helpful: true }],
  ['ReviewUnseen', ReviewUnseen, { visibility: 'HIDDEN' }],
  ['SessionReviews', SessionReviews, { session: session(), tonight: TONIGHT, now: NOW, mine: mine({ review: myReview({ visibility: 'HELD' }) }), rights: memberSession().rights, list: { sort: 'newest', state: 'idle', items: session().reviews.items, more: true }, refusal: null, say: unanswered }],
  ['StarInput', StarInput, { modelValue: 4, error: 'Choose one star to five.' }],
  ['StarRow', StarRow, { rating: 4 }],
  ['AskedQuestions', AskedQuestions, { asked: [{ session: card(), question: { date: TONIGHT, askers: 1, askedAt: '2026-11-24T10:00:00Z', answer: { on: true, by: null, organiser: true, at: '2026-11-24T12:00:00Z' } } }], now: NOW }],
  ['MyReviews', MyReviews, { reviews: [{ session: card(), review: myReview({ visibility: 'HIDDEN' }) }], now: NOW }],
  ['OpenQuestions', OpenQuestions, { questions: [{ session: card(), date: TONIGHT }], now: NOW, answer: unanswered }],
  ['PromptPanel', PromptPanel, { id: 'asked', title: 'What you asked' }],
  ['StillOnPrompt', StillOnPrompt, { sessions: [session()], now: NOW, confirm: unanswered }],
  ['VenueGone', VenueGone, { closed: { on: '2026-11-24', source: null, sure: false }, mine: true, refused: 'It did not work.' }],
  ['VersionChoice', VersionChoice, { rows: [{ field: 'pace', label: 'Pace', mine: 'Slow', theirs: 'Full', changedBy: null }], modelValue: {} }],
]

// These rules are about whole pages, or about colours, which do not exist here. The browser tests check them.
const rules = Object.fromEntries(['region', 'heading-order', 'page-has-heading-one', 'landmark-one-main', 'color-contrast'].map(rule => [rule, { enabled: false }]))

let container: HTMLElement | undefined
afterEach(() => container?.remove())

describe('no accessibility violation in', () => {
  it.each(cases)('%s', async (_name, component, props, parent) => {
    const wrapper = await mountSuspended(component, { props })
    container = document.createElement('div')
    container.innerHTML = parent === 'svg' ? `<svg role="img" aria-label="map">${wrapper.html()}</svg>` : wrapper.html()
    document.body.append(container)
    const { violations } = await axe.run(container, { rules })
    expect(violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)).toEqual([])
    wrapper.unmount()
  })
})
