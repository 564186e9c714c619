package holdfast.app.models;

import holdfast.app.kafka.ModelTopic;
import holdfast.app.shell.WrongUseException;
import holdfast.core.document.Checked;
import holdfast.core.playbook.Playbook;
import holdfast.core.score.ModelReader;
import holdfast.core.score.ModelText;
import holdfast.core.time.Pin;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast models publish}: a model from a file. */
@Command(
        name = "publish",
        description = {
            "Check a model file as the job does, and publish it.",
            "Ends with 2 and every problem with its line if the job would refuse it. While another",
            "is pinned it waits, unless it is pinned itself."
        },
        footer = {
            "  holdfast models publish first/model.json --bootstrap kafka:9092 --playbook"
                    + " first/playbook.yaml",
            "  holdfast models publish model.json --at 2026-06-01"
        })
final class PublishCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ModelArguments arguments = new ModelArguments();

    @Parameters(paramLabel = "FILE", description = "The model, as fit writes it.")
    private Path file = Path.of("");

    @Option(
            names = "--as-written",
            description = "From the instant that the file names, instead of --at.")
    private boolean asWritten;

    @Option(
            names = "--pin",
            description = "Let it decide until models release: what is learned waits.")
    private boolean pinned;

    @Override
    public Integer call() {
        Playbook playbook = arguments.playbook();
        Checked<ModelText> checked = ModelReader.readText(file.toString(), text(), playbook);
        if (!checked.isAccepted()) {
            throw new WrongUseException(checked.lines());
        }
        ModelText model = checked.value();
        ModelTopic topic = arguments.topic();
        long fromMillis = asWritten ? model.effectiveFromMillis() : arguments.atMillis();
        spec.commandLine()
                .getOut()
                .println(
                        new Republication(topic, playbook, Published.read(topic, playbook))
                                .publish(model, fromMillis, pinned ? Pin.PINNED : Pin.NONE));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new WrongUseException("there is no file " + file);
        } catch (MalformedInputException notText) {
            throw new WrongUseException(file + " is not text in UTF-8");
        } catch (IOException failure) {
            throw new WrongUseException("cannot read " + file + ": " + failure.getMessage());
        }
    }
}
