package holdfast.app.shell;

/** Whether a person watches standard output; the launcher knows, Java below 22 can't tell. */
public final class Terminal {

    private Terminal() {}

    public static boolean present() {
        return Boolean.getBoolean("holdfast.terminal");
    }
}
