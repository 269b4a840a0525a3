package org.vigie.modelserver.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ServedModel;
import org.vigie.modelserver.serve.ServerIdentity;

/** Handles requests for health and metadata. */
final class MetadataHandlers {
    private final InferenceService service;

    MetadataHandlers(InferenceService service) {
        this.service = service;
    }

    /** Holds the state of the server, the served versions, and the refused models with their reasons. */
    private record ServerHealth(boolean ready, List<ServedVersion> models, Map<String, String> refused) {}

    /** Describes one version of a model that is being served. */
    private record ServedVersion(String name, String version, String device, String digest) {
        static ServedVersion of(ServedModel model) {
            return new ServedVersion(
                    model.card().name(),
                    model.card().version(),
                    model.device(),
                    model.card().digest());
        }
    }

    /** Describes the server, as the open inference protocol requires. */
    private record ServerMetadata(String name, String version, List<String> extensions, List<ServedVersion> models) {}

    /** Describes a model and its tensors, as the open inference protocol requires. */
    private record ModelMetadata(
            String name,
            List<String> versions,
            String platform,
            List<TensorMetadata> inputs,
            List<TensorMetadata> outputs,
            Map<String, String> parameters) {}

    /** Describes one tensor: its name, its data type and its shape. */
    private record TensorMetadata(String name, String datatype, List<Long> shape) {
        static List<TensorMetadata> of(List<TensorCard> cards) {
            return cards.stream()
                    .map(card -> new TensorMetadata(card.name(), card.datatype(), card.shape()))
                    .toList();
        }
    }

    void live(Context context) {
        context.json(Map.of("live", true));
    }

    void ready(Context context) {
        boolean ready = service.models().isReady();
        context.status(ready ? 200 : 503)
                .json(new ServerHealth(ready, serving(), service.models().refused()));
    }

    void server(Context context) {
        context.json(new ServerMetadata(
                ServerIdentity.VIGIE.name(),
                ServerIdentity.VIGIE.version(),
                ServerIdentity.VIGIE.extensions(),
                serving()));
    }

    void model(Context context) {
        ServedModel model = find(context);
        context.json(new ModelMetadata(
                model.card().name(),
                service.models().versions(model.card().name()),
                ServerIdentity.VIGIE.platform(),
                TensorMetadata.of(model.inputs()),
                TensorMetadata.of(model.outputs()),
                parameters(model)));
    }

    private static Map<String, String> parameters(ServedModel model) {
        ModelCard card = model.card();
        return Map.of(
                "version", card.version(),
                "digest", card.digest(),
                "device", model.device(),
                "recipe", model.recipe(),
                "notice", card.notice());
    }

    void modelReady(Context context) {
        ServedModel model = find(context);
        context.json(Map.of("name", model.card().name(), "version", model.card().version(), "ready", true));
    }

    private ServedModel find(Context context) {
        return service.models().find(HttpEndpoint.model(context), HttpEndpoint.version(context));
    }

    private List<ServedVersion> serving() {
        return service.models().served().stream().map(ServedVersion::of).toList();
    }
}
