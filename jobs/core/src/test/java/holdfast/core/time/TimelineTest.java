package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void answersWithTheNewestVersionInForce() {
        Timeline<String> timeline = Timeline.of(10, "a").with(30, "c").with(20, "b");

        assertThat(timeline.at(10)).isEqualTo("a");
        assertThat(timeline.at(19)).isEqualTo("a");
        assertThat(timeline.at(20)).isEqualTo("b");
        assertThat(timeline.at(30)).isEqualTo("c");
        assertThat(timeline.at(Long.MAX_VALUE)).isEqualTo("c");
    }

    @Test
    void answersForEarlierInstantsWithTheFirst() {
        assertThat(Timeline.of(10, "a").with(20, "b").at(Long.MIN_VALUE)).isEqualTo("a");
    }

    @Test
    void replacesAVersionFromTheSameInstant() {
        Timeline<String> timeline = Timeline.of(10, "a").with(20, "b").with(20, "c");

        assertThat(timeline.at(20)).isEqualTo("c");
        assertThat(timeline.versions()).hasSize(2);
    }

    @Test
    void staysAsItWasWhenAVersionIsAdded() {
        Timeline<String> before = Timeline.of(10, "a");
        before.with(20, "b");

        assertThat(before.at(20)).isEqualTo("a");
    }

    @Test
    void foldsAwayAllButTheNewestVersions() {
        Timeline<Integer> timeline = Timeline.of(0, 0);
        for (int i = 1; i <= 100; i++) {
            timeline = timeline.with(i, i);
        }

        assertThat(timeline.versions()).hasSize(Timeline.VERSIONS_MAX);
        assertThat(timeline.at(100)).isEqualTo(100);
        assertThat(timeline.at(0)).isEqualTo(93);
    }

    @Test
    void foldsAwayAVersionOlderThanAllItCanHold() {
        Timeline<Integer> timeline = Timeline.of(1, 1);
        for (int i = 2; i <= Timeline.VERSIONS_MAX; i++) {
            timeline = timeline.with(i, i);
        }

        assertThat(timeline.with(0, 0).at(0)).isEqualTo(1);
    }
}
