package holdfast.core.learning;

import holdfast.core.quality.Opinion;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of a lesson: what came of it, and under which names.
 *
 * @param playbook the name of the playbook in force
 * @param modelVersion the version of the model that came of it
 * @param outcome the name of the outcome that it is about
 */
public record QualityReport(
        String playbook, int playbookVersion, String modelVersion, String outcome, Lesson lesson) {

    /**
     * How much an opinion counts in what was learned.
     *
     * @param share from 0 to 1
     */
    public record Share(Opinion opinion, double share) {}

    /** The opinions that count, the prior first. */
    public List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (Opinion opinion : Opinion.values()) {
            if (opinion.position() < lesson.shares().size()) {
                shares.add(new Share(opinion, lesson.shares().get(opinion.position())));
            }
        }
        return shares;
    }
}
