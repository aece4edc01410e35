package ie.tradsessions.infrastructure.local;

import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.infrastructure.local.importing.UnusableFile;
import ie.tradsessions.infrastructure.local.server.UnusableWebApp;
import ie.tradsessions.infrastructure.local.storage.UnusableBackup;
import ie.tradsessions.infrastructure.local.storage.UnusableStore;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = commandLine(
                        InstantSource.system(),
                        () -> new FileInputStream(FileDescriptor.in),
                        () -> new FileOutputStream(FileDescriptor.out))
                .execute(arguments);
        // A server that has started keeps the program running by itself.
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    /**
     * @param standardIn from where tokens come
     * @param standardOut where an export goes that names no file: as bytes, whatever encoding the terminal has
     */
    static CommandLine commandLine(
            InstantSource clock, Supplier<InputStream> standardIn, Supplier<OutputStream> standardOut) {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("from source");
        CommandLine commandLine = new CommandLine(new RunCommand(version, clock))
                .addSubcommand(new ImportCommand(version, clock))
                .addSubcommand(new ExportCommand(version, clock, standardOut))
                .addSubcommand(new BackupCommand(clock))
                .addSubcommand(new RestoreCommand(clock))
                .addSubcommand(new CheckCommand(clock))
                .addSubcommand(new RepairCommand(clock))
                .addSubcommand(new VerifyTokenCommand(clock, standardIn))
                .setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.getCommandSpec().version("TradSessions " + version);
        commandLine
                .getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version("TradSessions " + version));
        commandLine.setParameterExceptionHandler((mistake, arguments) -> {
            CommandLine command = mistake.getCommandLine();
            command.getErr().println(mistake.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
                command.getErr().println("Try './run --help'.");
            }
            return CommandLine.ExitCode.USAGE;
        });
        commandLine.setExecutionExceptionHandler((failure, command, arguments) -> {
            command.getErr().println(messageOf(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine;
    }

    /** One line where a person can act on it; anything else is a bug of ours, and comes with its stack trace. */
    private static String messageOf(Exception failure) throws Exception {
        return switch (failure) {
            case UnusableFile unusable -> String.valueOf(unusable.getMessage());
            case UnusableStore unusable -> String.valueOf(unusable.getMessage());
            case UnusableBackup unusable -> String.valueOf(unusable.getMessage());
            case UnusableWebApp unusable -> String.valueOf(unusable.getMessage());
            case VerifyTokenCommand.UnusableKeySet unusable -> String.valueOf(unusable.getMessage());
            case OutputFile.NotWritable unwritable -> String.valueOf(unwritable.getMessage());
            case StorageUnavailable unavailable -> "The store does not answer now; try again later.";
            case FileSystemException of -> of.getFile() + ": this file cannot be read or written";
            // Such as a pipe whose reader has seen enough.
            case IOException broken -> "Reading or writing broke off: " + broken.getMessage();
            default -> throw failure;
        };
    }
}
