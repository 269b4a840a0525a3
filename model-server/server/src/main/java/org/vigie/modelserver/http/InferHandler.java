package org.vigie.modelserver.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.InferenceBody;
import org.vigie.model.protocol.InferenceProtocolException;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ServingException;

/** Handles {@code POST .../infer}. */
final class InferHandler implements Handler {
    private static final InferenceErrorResponder RESPONDER = new InferenceErrorResponder();

    private final InferenceService service;
    private final int maxBodyBytes;

    InferHandler(InferenceService service, int maxBodyBytes) {
        this.service = service;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public void handle(Context context) throws IOException {
        InferRequest request = request(context);
        context.future(() -> service.infer(HttpEndpoint.model(context), HttpEndpoint.version(context), request)
                .handle((response, failure) -> answer(context, request, response, failure)));
    }

    private InferRequest request(Context context) throws IOException {
        byte[] bytes = context.bodyInputStream().readNBytes(maxBodyBytes + 1);
        if (bytes.length > maxBodyBytes) {
            throw new ServingException(
                    ServingException.ServingErrorCode.TOO_LARGE, "a request may have " + maxBodyBytes + " bytes");
        }
        try {
            return body(bytes, context.header(InferenceBody.HEADER)).toRequest();
        } catch (InferenceProtocolException e) {
            throw new ServingException(ServingException.ServingErrorCode.INVALID, e.getMessage(), e);
        }
    }

    private static InferenceBody body(byte[] bytes, String jsonLength) {
        try {
            return jsonLength == null
                    ? InferenceBody.json(bytes)
                    : new InferenceBody(bytes, Integer.parseInt(jsonLength));
        } catch (NumberFormatException e) {
            throw new ServingException(
                    ServingException.ServingErrorCode.INVALID, InferenceBody.HEADER + ": must be a whole number", e);
        }
    }

    private static Context answer(Context context, InferRequest request, InferResponse response, Throwable failure) {
        if (failure instanceof ServingException refusal) {
            RESPONDER.handle(refusal, context);
            return context;
        }
        InferenceBody body = InferenceBody.of(response, request.binaryOutputs());
        context.contentType(body.hasBinary() ? "application/octet-stream" : "application/json");
        if (body.hasBinary()) {
            context.header(InferenceBody.HEADER, Integer.toString(body.jsonLength()));
        }
        return context.result(body.bytes());
    }
}
