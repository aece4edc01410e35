package ie.tradsessions.infrastructure.local.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of text and how it is encoded: UTF-8, UTF-16 with a byte order mark, or Windows-1252, which spreadsheets write
 * where nobody asks them for another.
 */
public final class TextFile {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What no text holds, so that it may stand for what cannot be decoded. */
    private static final char UNDECODED = '\uffff';

    private final String name;
    private final Content content;
    private final Charset charset;

    /** What gives the bytes of the file, from the beginning each time. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    private TextFile(String name, Content content, Charset charset) {
        this.name = name;
        this.content = content;
        this.charset = charset;
    }

    static TextFile ofUtf8(String name, Content content) {
        return new TextFile(name, content, StandardCharsets.UTF_8);
    }

    /**
     * Finds out how a file is encoded, for which it is read to its end.
     *
     * @throws UnusableFile if it is encoded in no way that is known here
     */
    static TextFile of(String name, Content content) throws UnusableFile {
        try {
            Charset marked = markedCharset(content);
            if (marked != null) {
                requireSound(name, scan(content, marked), marked.name());
                return new TextFile(name, content, marked);
            }
            Scan utf8 = scan(content, StandardCharsets.UTF_8);
            if (utf8.badLine == 0) {
                return new TextFile(name, content, StandardCharsets.UTF_8);
            }
            // One accent that is right in UTF-8 would hardly come about in another encoding.
            requireSound(name, utf8.beyondAscii ? utf8 : scan(content, WINDOWS_1252), "UTF-8 or Windows-1252");
            return new TextFile(name, content, WINDOWS_1252);
        } catch (UnusableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableFile(name, "the file cannot be read");
        }
    }

    String name() {
        return name;
    }

    /** What the owner of the file may want to know of how it was read. */
    List<String> notes() {
        return charset.equals(WINDOWS_1252)
                ? List.of("the file is not UTF-8; it was read as Windows-1252, as spreadsheets write it")
                : List.of();
    }

    /** The text without its byte order mark. */
    BufferedReader open() throws IOException {
        // A new decoder reports what is malformed; the usual one would replace it.
        BufferedReader reader = new BufferedReader(new InputStreamReader(content.open(), charset.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** The first of the text, enough to recognise what it is. */
    String beginning() throws UnusableFile {
        try (Reader reader = open()) {
            char[] beginning = new char[8192];
            int length = 0;
            int read = reader.read(beginning);
            while (read > 0) {
                length += read;
                read = reader.read(beginning, length, beginning.length - length);
            }
            return String.valueOf(beginning, 0, length);
        } catch (IOException e) {
            throw new UnusableFile(name, "the file cannot be read");
        }
    }

    static boolean isUtf16(byte[] beginning) {
        return utf16(beginning) != null;
    }

    private static @Nullable Charset utf16(byte[] beginning) {
        if (beginning.length < 2) {
            return null;
        }
        return switch (((beginning[0] & 0xFF) << 8) | (beginning[1] & 0xFF)) {
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            default -> null;
        };
    }

    private static @Nullable Charset markedCharset(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return utf16(in.readNBytes(2));
        }
    }

    private static void requireSound(String name, Scan scan, String encodings) throws UnusableFile {
        if (scan.badLine > 0) {
            throw new UnusableFile(name, "line " + scan.badLine + " is not " + encodings + "; save the file as UTF-8");
        }
    }

    private static Scan scan(Content content, Charset charset) throws IOException {
        Scan scan = new Scan();
        try (Reader reader = new InputStreamReader(
                content.open(),
                charset.newDecoder()
                        .replaceWith(String.valueOf(UNDECODED))
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE))) {
            char[] some = new char[8192];
            int read = reader.read(some);
            while (read >= 0) {
                for (int i = 0; i < read; i++) {
                    scan.take(some[i], charset.equals(WINDOWS_1252));
                }
                read = reader.read(some);
            }
        }
        return scan;
    }

    /** What decoding a file in one way shows. */
    private static final class Scan {
        private long line = 1;
        private char before = '\n';

        /** The first line that cannot be read so, or 0. */
        private long badLine;

        private boolean beyondAscii;

        void take(char letter, boolean guessed) {
            if (letter == '\r' || (letter == '\n' && before != '\r')) {
                line++;
            } else if (badLine == 0 && (letter == UNDECODED || (guessed && isWrong(letter)))) {
                badLine = line;
            } else if (letter > '~' && letter != UNDECODED && letter != '\ufeff') {
                beyondAscii = true;
            }
            before = letter;
        }

        /** Signs where no writer puts them: accented letters of another encoding, that of DOS or of an old Mac. */
        private boolean isWrong(char letter) {
            return switch (letter) {
                case '\u0192', '\u2020', '\u2021', '\u02c6', '\u2030', '\u02dc' -> true;
                case '\u201a', '\u201e' -> Character.isLetter(before);
                case '\u017d', '\u0160' -> Character.isLowerCase(before);
                default -> Character.isISOControl(letter) && letter >= '\u0080';
            };
        }
    }
}
