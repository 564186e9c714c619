package holdfast.app.demo;

import java.time.Duration;

/**
 * What a person chooses about a demo.
 *
 * @param seed of the simulated shop; equal seeds give equal events
 * @param customers in the shop at the start
 * @param length real time from the first live instant to the end; zero: until interrupted
 * @param playbook name of a preset or path of a file
 */
record DemoSettings(long seed, int customers, Duration length, String playbook) {

    boolean isEndless() {
        return length.isZero();
    }
}
