package holdfast.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever runs a released version can go on with this one. */
class GoldenSavepointKafkaITCase {

    private static final String WHAT_TO_DO =
            "This build does not go on from the state of version %s. Mend the build: read the old layout"
                    + " beside the new one. The savepoint itself must never be made anew; a release adds"
                    + " one of its own with GoldenSavepointMaker.";

    @TempDir private Path scratch;

    static List<Golden> versions() throws Exception {
        return Golden.all();
    }

    @Test
    void thereIsASavepointOfTheFirstRelease() throws Exception {
        assertThat(Golden.all()).extracting(Golden::toString).contains("0.1.0");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsStateSaysWhatItSaidWhenItWasMade(Golden golden) throws Exception {
        Path copy = Golden.copy(golden.savepoint(), scratch.resolve("elsewhere"));

        assertThat(SavepointState.lines(copy)).as(WHAT_TO_DO, golden).isEqualTo(golden.state());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJobGoesOnFromItAsIfNothingHadHappened(Golden golden) throws Exception {
        try (GoldenRun run = new GoldenRun(golden, scratch)) {
            assertThat(run.restoredFates()).as(WHAT_TO_DO, golden).isEqualTo(golden.fates());
            assertThat(run.outcome()).as(WHAT_TO_DO, golden).isEqualTo(golden.outcome());
        }
    }
}
