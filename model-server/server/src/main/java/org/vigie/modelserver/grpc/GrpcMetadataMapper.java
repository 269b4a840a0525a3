package org.vigie.modelserver.grpc;

import java.util.List;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.model.grpc.v2.ModelMetadataResponse;
import org.vigie.model.grpc.v2.ModelMetadataResponse.TensorMetadata;
import org.vigie.model.grpc.v2.RepositoryIndexResponse;
import org.vigie.model.grpc.v2.ServerMetadataResponse;
import org.vigie.modelserver.serve.ModelRepository;
import org.vigie.modelserver.serve.ServedModel;
import org.vigie.modelserver.serve.ServerIdentity;

/** Maps model metadata and the repository index to protobuf messages. */
final class GrpcMetadataMapper {
    private GrpcMetadataMapper() {}

    static ServerMetadataResponse server() {
        return ServerMetadataResponse.newBuilder()
                .setName(ServerIdentity.VIGIE.name())
                .setVersion(ServerIdentity.VIGIE.version())
                .addAllExtensions(ServerIdentity.VIGIE.extensions())
                .build();
    }

    static ModelMetadataResponse metadata(ServedModel model, List<String> versions) {
        return ModelMetadataResponse.newBuilder()
                .setName(model.card().name())
                .addAllVersions(versions)
                .setPlatform(ServerIdentity.VIGIE.platform())
                .addAllInputs(metadata(model.inputs()))
                .addAllOutputs(metadata(model.outputs()))
                .build();
    }

    private static List<TensorMetadata> metadata(List<TensorCard> cards) {
        return cards.stream().map(GrpcMetadataMapper::metadata).toList();
    }

    static RepositoryIndexResponse index(List<ModelRepository.RepositoryEntry> entries, boolean readyOnly) {
        RepositoryIndexResponse.Builder index = RepositoryIndexResponse.newBuilder();
        entries.stream()
                .filter(entry -> !readyOnly || entry.state().equals("READY"))
                .forEach(entry -> index.addModelsBuilder()
                        .setName(entry.name())
                        .setVersion(entry.version())
                        .setState(entry.state())
                        .setReason(entry.reason()));
        return index.build();
    }

    private static TensorMetadata metadata(TensorCard card) {
        return TensorMetadata.newBuilder()
                .setName(card.name())
                .setDatatype(card.datatype())
                .addAllShape(card.shape())
                .build();
    }
}
