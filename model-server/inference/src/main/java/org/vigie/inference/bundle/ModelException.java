package org.vigie.inference.bundle;

/** A model that cannot be used, with a code that says why. */
public final class ModelException extends RuntimeException {
    private final ModelErrorCode code;

    /** The part that is at fault. */
    public enum ModelErrorCode {
        /** The files of the bundle do not match its card. */
        DAMAGED_BUNDLE,
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
