package holdfast.app.topics;

import holdfast.app.kafka.WantedTopic;
import java.util.List;

/**
 * What is to be done about one topic.
 *
 * @param settings that are to be set on a topic that is there
 * @param left in what else it differs from what is wanted, and why it may stay so
 * @param refused what was asked for and is not done, and why
 */
record TopicChange(
        WantedTopic wanted,
        Action action,
        List<Setting> settings,
        List<String> left,
        List<String> refused) {

    TopicChange {
        settings = List.copyOf(settings);
        left = List.copyOf(left);
        refused = List.copyOf(refused);
    }

    /** What happens to a topic. */
    enum Action {
        CREATE("create", "created"),
        CHANGE("change", "changed"),
        KEEP("keep", "kept");

        private final String planned;
        private final String done;

        Action(String planned, String done) {
            this.planned = planned;
            this.done = done;
        }

        /** The word for it before or after it was done. */
        String word(boolean applied) {
            return applied ? done : planned;
        }
    }

    /** A setting that changes. */
    record Setting(String key, String from, String to) {}

    String name() {
        return wanted.name();
    }
}
