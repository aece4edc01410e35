package ie.tradsessions.infrastructure.local;

import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = commandLine(InstantSource.system()).execute(arguments);
        // A server that has started keeps the program running by itself.
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    static CommandLine commandLine(InstantSource clock) {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("from source");
        CommandLine commandLine = new CommandLine(new RunCommand(version, clock));
        commandLine.getCommandSpec().version("TradSessions " + version);
        commandLine.setParameterExceptionHandler((mistake, arguments) -> {
            CommandLine command = mistake.getCommandLine();
            command.getErr().println(mistake.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
                command.getErr().println("Try './run --help'.");
            }
            return CommandLine.ExitCode.USAGE;
        });
        return commandLine;
    }
}
