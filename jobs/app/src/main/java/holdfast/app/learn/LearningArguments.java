package holdfast.app.learn;

import holdfast.app.job.CommonArguments;
import holdfast.app.options.Assignments;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The words by which a person sets up the learning job. */
public final class LearningArguments {

    @Mixin private CommonArguments common = new CommonArguments();

    /** What was said, checked. */
    public Assignments assignments() {
        return Assignments.ofLearning(common.texts(List.of()));
    }
}
