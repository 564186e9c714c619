package holdfast.app.doctor;

import holdfast.app.kafka.TopicFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of a Kafka at one moment.
 *
 * @param registryProblem why the schema registry cannot be used; empty if it can, or there is none
 * @param topics of the deployment that are there, by name
 * @param learner what the learning job's user saw; empty where none was named
 */
record Facts(
        Broker broker,
        String registryProblem,
        Map<String, TopicFacts> topics,
        Optional<Learner> learner,
        List<Sample> samples,
        Optional<Ticks> ticks,
        List<DeadLetters> deadLetters) {

    Facts {
        topics = Map.copyOf(topics);
        samples = List.copyOf(samples);
        deadLetters = List.copyOf(deadLetters);
    }

    /**
     * The brokers.
     *
     * @param count how many there are
     * @param version such as 4.2; empty where they do not tell
     * @param settings of one of them; empty when the user may not see them
     */
    record Broker(int count, String version, Map<String, String> settings) {

        Broker {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * The topics as the learning job's user sees them.
     *
     * @param problem why that user could not ask; empty if it could
     */
    record Learner(Map<String, TopicFacts> topics, String problem) {

        Learner {
            topics = Map.copyOf(topics);
        }
    }

    /**
     * The newest records of one topic as the job would read them.
     *
     * @param read how many were looked at
     * @param unidentified how many of them name no customer
     * @param refused how many of them would be dead letters, by reason
     * @param problem why none could be read; empty if they could
     */
    record Sample(
            String topic,
            int read,
            int unidentified,
            Map<String, Integer> refused,
            String problem) {

        Sample {
            refused = Map.copyOf(refused);
        }

        int refusals() {
            return refused.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * The tick topic. Times are in milliseconds since 1970.
     *
     * @param newestMillis time of the newest tick by the broker's clock; 0 if there is none
     * @param writtenMillis its time by its writer's clock
     * @param arrivedMillis when it was seen here, by this host's clock; 0 if it was there before
     * @param nowMillis when looking ended, by this host's clock
     */
    record Ticks(long newestMillis, long writtenMillis, long arrivedMillis, long nowMillis) {}

    /**
     * What was refused from one topic.
     *
     * @param lastHour how many dead letters carry a time within the last hour
     * @param reasons of the newest, with their counts
     */
    record DeadLetters(String topic, long lastHour, Map<String, Integer> reasons) {

        DeadLetters {
            reasons = Map.copyOf(reasons);
        }
    }
}
