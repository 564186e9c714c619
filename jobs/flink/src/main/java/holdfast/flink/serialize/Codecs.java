package holdfast.flink.serialize;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** Makes codecs from their classes, which is all that a savepoint knows of them. */
final class Codecs {

    private Codecs() {}

    static <T> Codec<T> make(Class<? extends Codec<T>> codecClass) {
        try {
            return codecClass.getConstructor().newInstance();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(codecClass + " needs a public constructor", e);
        }
    }

    @SuppressWarnings("unchecked") // A snapshot of T names a codec of T.
    static <T> Class<? extends Codec<T>> named(String name, ClassLoader classes)
            throws IOException {
        try {
            return (Class<? extends Codec<T>>)
                    (Class<?>) Class.forName(name, false, classes).asSubclass(Codec.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("this build has no codec " + name, e);
        }
    }
}
