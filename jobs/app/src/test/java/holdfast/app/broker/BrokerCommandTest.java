package holdfast.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.cli.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BrokerCommandTest {

    @Test
    void aPortThatIsTakenIsSaidInOneLine() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            String[] arguments = {"broker", "--port", port};

            int code = Holdfast.run(arguments, new PrintWriter(out), new PrintWriter(err, true));

            assertThat(code).isEqualTo(1);
            assertThat(err)
                    .hasToString(
                            "holdfast: port %s is taken; give another with --port, or 0 for any free one\n"
                                    .formatted(port));
            assertThat(out.toString()).isEmpty();
        }
    }
}
