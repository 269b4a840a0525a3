package org.vigie.inference.bundle;

/** Why a model cannot be used. */
public final class ModelException extends RuntimeException {
    private final ModelErrorCode code;

    /** Where the fault lies. */
    public enum ModelErrorCode {
        /** The bundle on disk is not what its card says. */
        DAMAGED_BUNDLE,
        /** The engine cannot load or run it. */
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
