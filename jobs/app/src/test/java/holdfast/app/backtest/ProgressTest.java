package holdfast.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();
    private long nowMillis = 1_000_000;

    @Test
    void writesOverItsBarOnATerminal() {
        Progress progress = new Progress(new PrintWriter(err), true, () -> nowMillis);
        LongConsumer work = progress.of("reading", 200);
        nowMillis += 1_000;
        work.accept(50);
        work.accept(51);
        nowMillis += 1_000;
        work.accept(100);
        progress.end();

        assertThat(err.toString())
                .contains(" 25 %")
                .contains(" 50 %")
                .doesNotContain(" 26 %", "\n")
                .endsWith("\r");
    }

    @Test
    void writesPlainLinesSeldomElsewhere() {
        Progress progress = new Progress(new PrintWriter(err), false, () -> nowMillis);
        LongConsumer work = progress.of("reading", 200);
        for (int done = 0; done <= 200; done++) {
            nowMillis += 100;
            work.accept(done);
        }
        progress.end();

        assertThat(err.toString().lines())
                .containsExactly("reading 25 %", "reading 50 %", "reading 75 %", "reading 100 %");
    }

    @Test
    void saysNothingInAShortRun() {
        Progress progress = new Progress(new PrintWriter(err), true, () -> nowMillis);
        nowMillis += 400;
        progress.of("reading", 200).accept(200);
        progress.end();

        assertThat(err.toString()).isEmpty();
    }
}
