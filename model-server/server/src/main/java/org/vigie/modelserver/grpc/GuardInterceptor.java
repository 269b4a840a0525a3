package org.vigie.modelserver.grpc;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.RequestHead;

/**
 * Checks each gRPC call with the request guard; a refused call ends with PERMISSION_DENIED. Browsers cannot speak gRPC themselves, so that
 * this protects against requests through a translating proxy.
 */
final class GuardInterceptor implements ServerInterceptor {
    private final RequestGuard guard;

    GuardInterceptor(RequestGuard guard) {
        this.guard = guard;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<RefusedRequest> refusal = guard.refusal(head(call, headers));
        if (refusal.isEmpty()) {
            return next.startCall(call, headers);
        }
        call.close(Status.PERMISSION_DENIED.withDescription(refusal.get().reason()), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private static RequestHead head(ServerCall<?, ?> call, Metadata headers) {
        return new RequestHead(
                "POST",
                "/" + call.getMethodDescriptor().getFullMethodName(),
                port(call),
                name -> name.equals("Host") ? authority(call) : all(headers, name));
    }

    private static List<String> authority(ServerCall<?, ?> call) {
        return call.getAuthority() == null ? List.of() : List.of(call.getAuthority());
    }

    private static List<String> all(Metadata headers, String name) {
        Iterable<String> values = headers.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        List<String> all = new ArrayList<>();
        if (values != null) {
            values.forEach(all::add);
        }
        return all;
    }

    private static int port(ServerCall<?, ?> call) {
        SocketAddress local = call.getAttributes().get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
        return local instanceof InetSocketAddress address ? address.getPort() : 0;
    }
}
