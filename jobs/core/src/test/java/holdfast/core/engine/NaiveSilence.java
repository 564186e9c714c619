package holdfast.core.engine;

import static holdfast.core.engine.TestingShop.DAY;

import holdfast.core.alert.AlertStatus;
import holdfast.core.playbook.Policy;
import holdfast.core.prior.BgNbd;
import java.util.ArrayList;
import java.util.List;

/**
 * The obvious and slow way to watch a silence: looks at the customer every ten minutes.
 *
 * <p>Visits must come in order and at whole steps, in UTC. Escalations are left out.
 */
final class NaiveSilence {

    static final long STEP = 600_000;

    private static final double WEEK = 7.0 * DAY;

    /** What happened, at which step. */
    record Step(AlertStatus status, long atMillis) {}

    private final BgNbd prior;
    private final Policy policy;
    private final List<Step> steps = new ArrayList<>();
    private final List<Long> visits = new ArrayList<>();
    private long openedAtMillis;
    private long alertedAbout = -1;
    private long coolDownUntilMillis;

    NaiveSilence(BgNbd prior, Policy policy) {
        this.prior = prior;
        this.policy = policy;
    }

    List<Step> watch(List<Long> visitMillis, long endMillis) {
        int next = 0;
        for (long now = visitMillis.get(0); now <= endMillis; now += STEP) {
            if (!visits.isEmpty()) {
                look(now);
            }
            while (next < visitMillis.size() && visitMillis.get(next) <= now) {
                visits.add(visitMillis.get(next++));
                comeBack(now);
            }
        }
        return steps;
    }

    private void look(long now) {
        long last = visits.get(visits.size() - 1);
        if (openedAtMillis != 0) {
            if (now >= openedAtMillis + policy.expiresAfterMillis()) {
                close(AlertStatus.EXPIRED, now);
            }
            return;
        }
        if (alertedAbout != last
                && now >= last + policy.quietForMillis()
                && now < last + TestingShop.LAPSE.activeWithinMillis()
                && now >= coolDownUntilMillis
                && probability(now) >= policy.openAt()) {
            openedAtMillis = now;
            alertedAbout = last;
            steps.add(new Step(AlertStatus.OPENED, now));
        }
    }

    private void comeBack(long now) {
        if (openedAtMillis != 0) {
            close(AlertStatus.RECOVERED, now);
        }
    }

    private void close(AlertStatus status, long now) {
        openedAtMillis = 0;
        coolDownUntilMillis = now + policy.coolDownMillis();
        steps.add(new Step(status, now));
    }

    private double probability(long now) {
        long firstDay = visits.get(0) / DAY;
        long lastDay = visits.get(visits.size() - 1) / DAY;
        long days = visits.stream().map(visit -> visit / DAY).distinct().count();
        return prior.probabilityNoActivity(
                days - 1,
                (lastDay - firstDay) * DAY / WEEK,
                (now - firstDay * DAY) / WEEK,
                TestingShop.LAPSE.horizonMillis() / WEEK);
    }
}
