package holdfast.app.cli;

import holdfast.core.document.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line a problem what is wrong with the words of a command. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        for (String problem : problems(wrong)) {
            command.getErr().println("holdfast: " + problem);
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static List<String> problems(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return List.of(unknown(unmatched));
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing);
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getCause() instanceof TypeConversionException refused) {
            return List.of(name(argument) + " " + complaint(argument, wrong, refused));
        }
        if (argument != null && wrong.getValue() != null) {
            return List.of(name(argument) + " cannot be \"" + wrong.getValue() + "\"");
        }
        return List.of(String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong use"));
    }

    private static String complaint(
            ArgSpec argument, ParameterException wrong, TypeConversionException refused) {
        String got = " (got \"" + wrong.getValue() + "\")";
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            String words = Arrays.toString(type.getEnumConstants());
            return "must be one of " + words.substring(1, words.length() - 1) + got;
        }
        if (type == long.class || type == int.class) {
            return "must be a whole number" + got;
        }
        return type == double.class
                ? "must be a number" + got
                : String.valueOf(refused.getMessage());
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        CommandSpec command = unmatched.getCommandLine().getCommandSpec();
        String word = unmatched.getUnmatched().get(0);
        if (word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return "unknown option \"" + option + "\"" + hint(option, optionNames(command));
        }
        Set<String> commands = command.subcommands().keySet();
        if (commands.isEmpty()) {
            return "unexpected word \"" + word + "\"; see " + command.qualifiedName() + " --help";
        }
        return "unknown command \"" + word + "\"" + hint(word, commands);
    }

    private static String hint(String word, Set<String> known) {
        return Nearest.of(word, known).map(it -> "; did you mean \"" + it + "\"?").orElse("");
    }

    private static Set<String> optionNames(CommandSpec command) {
        Set<String> names = new LinkedHashSet<>();
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                names.add(option.longestName());
            }
        }
        return names;
    }

    private static List<String> missing(MissingParameterException missing) {
        List<String> problems = new ArrayList<>();
        for (ArgSpec argument : missing.getMissing()) {
            String shown =
                    argument.isOption()
                            ? name(argument) + " " + argument.paramLabel()
                            : argument.paramLabel();
            problems.add(shown + " is missing");
        }
        if (problems.isEmpty()) {
            problems.add(String.valueOf(missing.getMessage()));
        }
        return problems;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
