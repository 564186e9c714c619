package holdfast.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("categories", "outcomes", "policies", "Ticket Answered", "of", "by");

    @Test
    void findsTheWordBehindATypingMistake() {
        assertThat(Nearest.of("catagories", KNOWN)).contains("categories");
        assertThat(Nearest.of("ouctomes", KNOWN)).contains("outcomes");
        assertThat(Nearest.of("Policies", KNOWN)).contains("policies");
        assertThat(Nearest.of("Ticket Answerd", KNOWN)).contains("Ticket Answered");
        assertThat(Nearest.of("fo", KNOWN)).contains("of");
    }

    @Test
    void findsNothingForAWordUnlikeAny() {
        assertThat(Nearest.of("horizon", KNOWN)).isEmpty();
        assertThat(Nearest.of("x".repeat(10_000), KNOWN)).isEmpty();
        assertThat(Nearest.of("", KNOWN)).isEmpty();
        assertThat(Nearest.of("anything", List.of())).isEmpty();
    }

    @Test
    void takesTheFirstInOrderAmongEquals() {
        assertThat(Nearest.of("cart", List.of("card", "carb"))).contains("carb");
    }
}
