package org.vigie.modelserver.http;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import java.util.Map;
import org.vigie.modelserver.serve.ServingException;

/** Responds to a refused request as the protocol demands: a status and {@code {"error": reason}}. */
final class InferenceErrorResponder implements ExceptionHandler<ServingException> {
    @Override
    public void handle(ServingException refusal, Context context) {
        respond(context, status(refusal.code()), refusal.getMessage());
    }

    void respond(Context context, int status, String reason) {
        context.status(status).json(Map.of("error", reason));
    }

    private static int status(ServingException.ServingErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case INVALID -> 400;
            case TOO_LARGE -> 413;
            case OVERLOADED -> 429;
            case TIMEOUT -> 504;
            case STOPPING -> 503;
            case FAILED -> 500;
        };
    }
}
