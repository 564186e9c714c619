package holdfast.app.demo;

/** Where a demo shows itself. Calls come from several threads; implementations are thread-safe. */
interface Display {

    /** Something worth a line. */
    void say(String line);

    /** An alert message as it is on the topic. */
    void alert(byte[] value);

    /** The figures of now, a few times a second. */
    void progress(Progress progress);

    /** Whether anybody can still read it: false once the pipe that it writes to is closed. */
    boolean isWatched();

    /** The last figures. */
    void summary(Summary summary);
}
