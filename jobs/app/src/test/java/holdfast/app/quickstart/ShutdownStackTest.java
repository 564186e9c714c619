package holdfast.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownStackTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void closesTheNewestFirstAndEachOnce() {
        ShutdownStack stack = ShutdownStack.closedOnInterrupt();
        stack.push(() -> closed.add("broker"));
        stack.push(() -> closed.add("job"));

        stack.close();
        stack.close();

        assertThat(closed).containsExactly("job", "broker");
    }

    @Test
    void closesTheRestWhenOneFails() {
        ShutdownStack stack = ShutdownStack.closedOnInterrupt();
        stack.push(() -> closed.add("broker"));
        stack.push(
                () -> {
                    throw new IllegalStateException("stuck");
                });

        stack.close();

        assertThat(closed).containsExactly("broker");
    }
}
