package holdfast.app.upgrade;

import static org.awaitility.Awaitility.await;

import holdfast.app.faults.TestingScoring;
import holdfast.app.kafka.Tick;
import holdfast.app.kafka.Topic;
import java.time.Duration;
import java.util.List;

/** Plays a story to a running job. */
final class StoryTeller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long DISORDER_MILLIS = 500;

    private final TestingScoring scoring;
    private long expected;
    private long ticks;

    /**
     * @param fated how many records have met their fate before the story begins
     */
    StoryTeller(TestingScoring scoring, long fated) {
        this.scoring = scoring;
        this.expected = fated;
    }

    void play(List<Step> story) {
        story.forEach(this::play);
    }

    /** Waits until everything sent has met its fate. */
    void settle() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> scoring.fated() >= expected);
    }

    private void play(Step step) {
        switch (step.kind()) {
            case SEND -> {
                String value = step.value().replace("\\n", "\n");
                String topic = scoring.topics().name(step.topic());
                scoring.records().send(topic, step.key(), step.millis(), value);
                expected++;
            }
            case SETTLE -> settle();
            case TICK -> tick(Long.parseLong(step.value()), step.millis());
        }
    }

    private void tick(long fromMillis, long toMillis) {
        String topic = scoring.topics().name(Topic.TICKS);
        for (long millis = fromMillis; millis <= toMillis; millis += GoldenStory.DAY) {
            scoring.records().send(Tick.produced(topic, millis, ticks++, GoldenStory.DAY));
        }
        scoring.awaitWritten(toMillis - DISORDER_MILLIS - 1, PATIENCE);
    }
}
