package org.vigie.inference.bundle;

/** Signals a model that cannot be used, with a code that names the part at fault. */
public final class ModelException extends RuntimeException {
    private final ModelErrorCode code;

    /** Lists the parts that can be at fault. */
    public enum ModelErrorCode {
        /** The files of the bundle do not match its card. */
        DAMAGED_BUNDLE,
        /** The bundle holds what a model does not need, such as an operation that reads files. */
        UNSAFE_BUNDLE,
        /** No accepted key signed the card of the bundle. */
        UNSIGNED_BUNDLE,
        /** The engine cannot load or run the model. */
        ENGINE_FAILED
    }

    public ModelException(ModelErrorCode code, String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    public ModelErrorCode code() {
        return code;
    }
}
