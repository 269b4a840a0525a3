package org.vigie.access.server;

import java.io.Serial;
import org.vigie.access.AccessDecision;

/** Refuses the request of a program. Its message repeats nothing of the request. */
public final class RefusedProgramException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final int status;

    private RefusedProgramException(int status, String message) {
        super(message);
        this.status = status;
    }

    static RefusedProgramException withoutToken() {
        return new RefusedProgramException(
                UNAUTHORIZED, "Authorization: must be 'Bearer' and an API token of this server");
    }

    static RefusedProgramException of(AccessDecision decision) {
        return new RefusedProgramException(FORBIDDEN, "access: " + decision.reason());
    }

    /** Returns the HTTP status: 401 without a token, 403 when the program may not do this. */
    public int status() {
        return status;
    }
}
