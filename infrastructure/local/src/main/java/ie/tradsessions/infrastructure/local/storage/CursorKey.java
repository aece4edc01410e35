package ie.tradsessions.infrastructure.local.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** What seals the cursors. It is kept beside the data, so that pages can be followed after another start. */
final class CursorKey {
    private static final String FILE = "cursor.key";
    private static final int BYTES = 32;

    private CursorKey() {}

    static byte[] any() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The key of a folder, which gets one if it has none. */
    static byte[] of(Path folder) throws UnusableStore {
        Path file = folder.resolve(FILE);
        try {
            create(file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new UnusableStore(file + ": this is not a key of " + BYTES + " bytes; remove it");
            }
            return key;
        } catch (UnusableStore e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableStore(file + ": the file cannot be read or written");
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(any()));
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster.
        }
    }
}
