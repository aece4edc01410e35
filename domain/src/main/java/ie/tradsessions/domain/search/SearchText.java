package ie.tradsessions.domain.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody looks for, as far as it is typed. It is found in a text if each of its pieces is, and a piece is found if
 * each word of one of its spellings begins one of the text's {@linkplain FoldedText#terms terms}. Whatever is typed behind
 * it leaves the same texts or fewer, but for words that only introduce another.
 *
 * @param pieces in order
 */
public record SearchText(List<Piece> pieces) {
    /** Words that are left out where there is another: "the", "Co.", "County", "Contae". */
    private static final Set<String> INTRODUCING = Set.of("te", "co", "county", "contae");

    public SearchText {
        pieces = List.copyOf(pieces);
    }

    /**
     * A word, or some that people also write as one.
     *
     * @param spellings each of them folded words; "P. J." is {@code p j} and {@code pj}
     */
    public record Piece(List<List<String>> spellings) {
        public Piece {
            spellings = spellings.stream().map(List::copyOf).toList();
        }

        private boolean introduces() {
            return spellings.size() == 1
                    && INTRODUCING.contains(spellings.getFirst().getFirst());
        }
    }

    public static SearchText of(String typed) {
        List<Piece> pieces = Words.chains(Words.of(typed), true).stream()
                .map(chain -> new Piece(spellings(chain)))
                .toList();
        List<Piece> others =
                pieces.stream().filter(piece -> !piece.introduces()).toList();
        return new SearchText(others.isEmpty() ? pieces : others);
    }

    /** Whether there is nothing to search for: no letter, no digit, no picture. */
    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** @param beginsTerm whether a folded word begins a term of the text */
    public boolean isFound(Predicate<String> beginsTerm) {
        return pieces.stream()
                .allMatch(piece -> piece.spellings().stream()
                        .anyMatch(words -> words.stream().allMatch(beginsTerm)));
    }

    /** Every way to write some words, neighbours apart or as one. */
    private static List<List<String>> spellings(List<Words.Word> chain) {
        List<List<String>> spellings = new ArrayList<>();
        for (int first = 1; first < chain.size(); first++) {
            String start = Words.joined(chain.subList(0, first));
            for (List<String> rest : spellings(chain.subList(first, chain.size()))) {
                List<String> spelling = new ArrayList<>();
                spelling.add(start);
                spelling.addAll(rest);
                spellings.add(spelling);
            }
        }
        spellings.add(List.of(Words.joined(chain)));
        return spellings;
    }
}
