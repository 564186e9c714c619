package holdfast.core.document;

/**
 * One thing that is wrong with a document.
 *
 * @param line where, counted from 1
 * @param message what is wrong and, where it can be told, the way out
 */
public record Problem(int line, String message) {}
