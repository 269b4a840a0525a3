package org.vigie.modelserver.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import org.vigie.model.protocol.Body;
import org.vigie.model.protocol.BodyReader;
import org.vigie.model.protocol.BodyWriter;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.ProtocolException;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ServingException;

/** {@code POST .../infer}. */
final class InferHandler implements Handler {
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
                    ServingException.Code.TOO_LARGE, "a request may have " + maxBodyBytes + " bytes");
        }
        try {
            String jsonLength = context.header(Body.HEADER);
            return BodyReader.request(
                    jsonLength == null ? Body.json(bytes) : new Body(bytes, Integer.parseInt(jsonLength)));
        } catch (NumberFormatException e) {
            throw new ServingException(ServingException.Code.INVALID, Body.HEADER + ": must be a whole number", e);
        } catch (ProtocolException e) {
            throw new ServingException(ServingException.Code.INVALID, e.getMessage(), e);
        }
    }

    private static Context answer(Context context, InferRequest request, InferResponse response, Throwable failure) {
        if (failure instanceof ServingException refusal) {
            Refusals.answer(context, refusal);
            return context;
        }
        Body body = BodyWriter.response(response, request.binaryOutputs());
        context.contentType(body.hasBinary() ? "application/octet-stream" : "application/json");
        if (body.hasBinary()) {
            context.header(Body.HEADER, Integer.toString(body.jsonLength()));
        }
        return context.result(body.bytes());
    }
}
