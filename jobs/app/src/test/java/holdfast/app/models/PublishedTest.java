package holdfast.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.time.Pin;
import holdfast.core.time.Succession;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedTest {

    private final PublishedModel a = TestingModels.accepted(0, "a", 100);
    private final PublishedModel refused = TestingModels.refused(1);
    private final PublishedModel b = TestingModels.accepted(2, "b", 200);
    private final PublishedModel again = TestingModels.accepted(3, "a", 300);
    private final Published published = new Published(List.of(a, refused, b, again));

    @Test
    void theNewestAcceptedOneByItsInstantIsInForce() {
        assertThat(published.inForce(99)).isEmpty();
        assertThat(published.inForce(100)).contains(a);
        assertThat(published.inForce(299)).contains(b);
        assertThat(published.inForce(300)).contains(again);
    }

    @Test
    void tellsWhatEachIsToDecisions() {
        assertThat(published.models())
                .extracting(model -> State.of(model, published, 250))
                .containsExactly(State.PAST, State.REFUSED, State.IN_FORCE, State.TO_COME);
    }

    @Test
    void theLaterOneOfTheSameInstantCounts() {
        PublishedModel instead = TestingModels.accepted(4, "c", 200);
        Published replaced = published.with(instead);

        assertThat(replaced.inForce(250)).contains(instead);
        assertThat(State.of(b, replaced, 250)).isEqualTo(State.REPLACED);
    }

    @Test
    void goesBackToAnotherVersionThanThePresentOne() {
        assertThat(published.before(again)).contains(b);
        assertThat(published.before(b)).contains(a);
        assertThat(published.before(a)).isEmpty();

        PublishedModel twice = TestingModels.accepted(4, "a", 400);
        assertThat(published.with(twice).before(twice)).contains(b);
    }

    @Test
    void aPinnedOneStaysAndOthersWaitUntilTheyAreReleased() {
        PublishedModel pinned = TestingModels.pinned(4, Pin.PINNED, "b", 400);
        PublishedModel learned = TestingModels.accepted(5, "c", 500);
        PublishedModel newest = TestingModels.accepted(6, "d", 600);
        Published held = published.with(pinned).with(learned).with(newest);

        assertThat(held.inForce(10_000)).contains(pinned);
        assertThat(held.waiting(550)).containsExactly(learned);
        assertThat(held.waiting(600)).containsExactly(learned, newest);
        assertThat(held.models())
                .extracting(model -> State.of(model, held, 600))
                .endsWith(State.PAST, State.IN_FORCE, State.WAITING, State.WAITING);

        Published released = held.with(TestingModels.pinned(7, Pin.RELEASED, "d", 700));
        assertThat(released.models())
                .extracting(model -> State.of(model, released, 700))
                .endsWith(State.PAST, State.PASSED_OVER, State.PASSED_OVER, State.IN_FORCE);
        assertThat(State.of(newest, released, 650)).isEqualTo(State.WAITING);
        assertThat(released.before(released.models().get(7))).contains(pinned);
    }

    @Test
    void whatIsLearnedForTheInstantOfAPinnedOneIsReplaced() {
        PublishedModel pinned = TestingModels.pinned(4, Pin.PINNED, "b", 400);
        PublishedModel same = TestingModels.accepted(5, "c", 400);
        Published both = published.with(pinned).with(same);

        assertThat(both.inForce(400)).contains(pinned);
        assertThat(State.of(same, both, 400)).isEqualTo(State.REPLACED);
        assertThat(State.of(pinned, both, 400)).isEqualTo(State.IN_FORCE);
    }

    @Test
    void keepsAsManyAsTheJobDoes() {
        Published many = published;
        for (int i = 0; i < Succession.VERSIONS_MAX; i++) {
            many = many.with(TestingModels.accepted(10 + i, "later-" + i, 1_000 + i));
        }

        assertThat(many.inForce(500))
                .as("older ones are folded away")
                .contains(many.models().get(4));
        assertThat(many.after(b)).contains(many.models().get(4));
    }

    @Test
    void findsTheLatestOfAVersionAndHelpsWithATypingMistake() {
        PublishedModel march = TestingModels.accepted(0, "fit-march", 100);

        assertThat(published.latest("a")).isEqualTo(again);
        assertThatThrownBy(() -> new Published(List.of(march)).latest("fit-marhc"))
                .hasMessage("no accepted model \"fit-marhc\"; did you mean \"fit-march\"?");
        assertThatThrownBy(() -> published.latest("something"))
                .hasMessage("no accepted model \"something\"; see holdfast models list");
    }
}
