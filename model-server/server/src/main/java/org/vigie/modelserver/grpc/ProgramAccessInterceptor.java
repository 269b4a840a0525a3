package org.vigie.modelserver.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.RefusedProgramException;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc;

/** Checks the API token of each gRPC call: UNAUTHENTICATED without one, PERMISSION_DENIED when the program may not do this. */
final class ProgramAccessInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final int UNAUTHORIZED = 401;
    /** Lists the calls that need no token, because they say only whether the server works. */
    private static final Set<String> OPEN = Set.of(
            GRPCInferenceServiceGrpc.getServerLiveMethod().getFullMethodName(),
            GRPCInferenceServiceGrpc.getServerReadyMethod().getFullMethodName());
    /** Names the operation of each call by its full name. A call that is missing here is refused. */
    private static final Map<String, AccessOperation> OPERATIONS = Map.of(
            GRPCInferenceServiceGrpc.getModelReadyMethod().getFullMethodName(), AccessOperation.READ_HEALTH,
            GRPCInferenceServiceGrpc.getServerMetadataMethod().getFullMethodName(), AccessOperation.READ_HEALTH,
            GRPCInferenceServiceGrpc.getModelMetadataMethod().getFullMethodName(), AccessOperation.READ_HEALTH,
            GRPCInferenceServiceGrpc.getRepositoryIndexMethod().getFullMethodName(), AccessOperation.READ_HEALTH,
            GRPCInferenceServiceGrpc.getModelInferMethod().getFullMethodName(), AccessOperation.RUN_MODEL,
            GRPCInferenceServiceGrpc.getRepositoryModelLoadMethod().getFullMethodName(), AccessOperation.MANAGE_MODELS,
            GRPCInferenceServiceGrpc.getRepositoryModelUnloadMethod().getFullMethodName(),
                    AccessOperation.MANAGE_MODELS);

    private final ProgramAccess access;

    ProgramAccessInterceptor(ProgramAccess access) {
        this.access = access;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<Status> refusal = refusal(call.getMethodDescriptor().getFullMethodName(), headers);
        if (refusal.isEmpty()) {
            return next.startCall(call, headers);
        }
        call.close(refusal.get(), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private Optional<Status> refusal(String method, Metadata headers) {
        if (OPEN.contains(method)) {
            return Optional.empty();
        }
        AccessOperation operation = OPERATIONS.get(method);
        return operation == null
                ? Optional.of(Status.PERMISSION_DENIED.withDescription("access: the call names no operation"))
                : refusal(method, operation, headers);
    }

    private Optional<Status> refusal(String method, AccessOperation operation, Metadata headers) {
        String authorization = Optional.ofNullable(headers.get(AUTHORIZATION)).orElse("");
        try {
            var unused = access.admit(authorization, operation, Set.of(), method);
            return Optional.empty();
        } catch (RefusedProgramException refused) {
            Status status = refused.status() == UNAUTHORIZED ? Status.UNAUTHENTICATED : Status.PERMISSION_DENIED;
            return Optional.of(status.withDescription(refused.getMessage()));
        }
    }
}
