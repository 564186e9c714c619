package holdfast.app.cli;

import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line a problem why a command failed; the stack trace only with {@code --debug}. */
final class RunErrors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        for (String line : lines(failure)) {
            err.println("holdfast: " + line);
        }
        if (debug(command)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof WrongUseException
                ? CommandLine.ExitCode.USAGE
                : CommandLine.ExitCode.SOFTWARE;
    }

    private static List<String> lines(Exception failure) {
        if (failure instanceof WrongUseException wrong) {
            return wrong.problems();
        }
        if (failure instanceof FailedRunException) {
            return List.of(String.valueOf(failure.getMessage()));
        }
        return List.of("unexpected failure: " + failure + " (--debug shows where)");
    }

    private static boolean debug(CommandLine command) {
        Object root = command.getCommandSpec().root().userObject();
        return root instanceof Holdfast holdfast && holdfast.debug();
    }
}
