package holdfast.app.job;

import holdfast.app.options.Assignments;
import holdfast.app.options.ScoringOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The words by which a person sets up the scoring job, the same for every way to start it. */
public final class JobArguments {

    @Mixin private CommonArguments common = new CommonArguments();

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "The schema registry, for records and output in its Avro frame.")
    private @Nullable String registryUrl;

    @Option(names = "--model", paramLabel = "FILE", description = "First model, from fit.")
    private @Nullable String model;

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = "First population figures, from fit.")
    private @Nullable String population;

    /** What was said, checked. */
    public Assignments assignments() {
        return assignments(List.of());
    }

    /** What was said, checked; the given assignments hold where nothing else is said. */
    Assignments assignments(List<String> otherwise) {
        List<String> texts = new ArrayList<>(otherwise);
        CommonArguments.add(texts, ScoringOptions.REGISTRY_URL, registryUrl);
        CommonArguments.add(texts, ScoringOptions.MODEL_FILE, model);
        CommonArguments.add(texts, ScoringOptions.POPULATION_FILE, population);
        return Assignments.read(common.texts(texts));
    }
}
