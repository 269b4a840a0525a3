package org.vigie.modelserver.http;

import io.javalin.http.Context;
import java.util.Map;
import org.vigie.modelserver.serve.ServingException;

/** Answers a refusal as the protocol does: a status and {@code {"error": why}}. */
final class InferenceErrorResponder {
    private InferenceErrorResponder() {}

    static void answer(Context context, ServingException refusal) {
        answer(context, status(refusal.code()), refusal.getMessage());
    }

    static void answer(Context context, int status, String why) {
        context.status(status).json(Map.of("error", why));
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
