package org.vigie.modelserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import org.vigie.modelserver.serve.ModelRepository;
import org.vigie.modelserver.serve.ServingException;

/** Handles the model repository extension of the protocol: index, load, unload. */
final class RepositoryHandlers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelRepository models;

    RepositoryHandlers(ModelRepository models) {
        this.models = models;
    }

    void index(Context context) {
        boolean readyOnly = body(context).path("ready").asBoolean(false);
        context.json(models.index().stream()
                .filter(entry -> !readyOnly || entry.state().equals("READY"))
                .toList());
    }

    void load(Context context) {
        if (!body(context).path("parameters").isEmpty()) {
            throw new ServingException(
                    ServingException.ServingErrorCode.INVALID, "parameters: a model is loaded as its folder holds it");
        }
        models.load(HttpEndpoint.model(context));
        context.json(Map.of());
    }

    void unload(Context context) {
        models.unload(HttpEndpoint.model(context));
        context.json(Map.of());
    }

    private static JsonNode body(Context context) {
        try {
            byte[] bytes = context.bodyAsBytes();
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (IOException e) {
            throw new ServingException(ServingException.ServingErrorCode.INVALID, "the body is not JSON", e);
        }
    }
}
