package holdfast.benchmarks.endtoend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How far the job had come at an instant.
 *
 * @param nanos of the monotonic clock
 * @param cpuNanos CPU time of this process so far, its native threads included
 * @param events records that have met their fate
 */
record Progress(long nanos, long cpuNanos, long events) {

    private static final double SECOND_NANOS = 1e9;

    static Progress now(long events) {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Progress(System.nanoTime(), system.getProcessCpuTime(), events);
    }

    double seconds(Progress since) {
        return (nanos - since.nanos) / SECOND_NANOS;
    }

    double coreSeconds(Progress since) {
        return (cpuNanos - since.cpuNanos) / SECOND_NANOS;
    }

    /** One line for people: rates since another instant. */
    String rates(String name, Progress since) {
        long count = events - since.events;
        return "%-24s %,10d events  %6.1f s  %,9.0f events/s  %6.1f core-s  %,9.0f events/core-s"
                .formatted(
                        name,
                        count,
                        seconds(since),
                        count / seconds(since),
                        coreSeconds(since),
                        count / coreSeconds(since));
    }
}
