package org.vigie.risk.web;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.Channel;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderValues;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.QueryStringDecoder;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.RequestHead;

/**
 * Allows only requests from Flink's own page or from a program, and on a read-only port only requests that read.
 *
 * <p>Flink's options leave several commands open. {@code POST /jobs} accepts a serialized job. {@code PATCH /jobs/ID} and even {@code GET
 * /jobs/ID/yarn-cancel} stop a job. The guard therefore allows only GET and HEAD, and refuses the yarn addresses.
 */
final class WebGuard extends ChannelInboundHandlerAdapter {
    private final RequestGuard guard = RequestGuard.loopback();
    private final boolean readOnly;

    private boolean refused;

    /** @param readOnly whether requests that change something are refused even without a foreign page */
    WebGuard(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Moves the guard directly behind the HTTP parser. Flink adds it behind the handler that stores uploads on disk. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        var parser = context.pipeline().context(HttpServerCodec.class);
        if (context.pipeline().names().indexOf(context.name())
                == context.pipeline().names().indexOf(parser.name()) + 1) {
            return;
        }
        context.pipeline().addAfter(parser.name(), "web-guard", new WebGuard(readOnly));
        context.pipeline().remove(context.name());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!refused && message instanceof HttpRequest request) {
            refusal(request, context.channel()).ifPresent(refusal -> refuse(context, refusal));
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private Optional<RefusedRequest> refusal(HttpRequest request, Channel channel) {
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        var head = new RequestHead(request.method().name(), request.uri(), port, request.headers()::getAll);
        return guard.refusal(head).or(() -> refuseCommand(request));
    }

    private Optional<RefusedRequest> refuseCommand(HttpRequest request) {
        String path = new QueryStringDecoder(request.uri()).path();
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        boolean taken = !readOnly || (reads && !path.contains("/yarn-"));
        return taken
                ? Optional.empty()
                : Optional.of(new RefusedRequest(403, "this port shows the job and takes no order"));
    }

    /** Answers and closes the connection without reading the rest of the request. */
    private void refuse(ChannelHandlerContext context, RefusedRequest refusal) {
        refused = true;
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(refusal.status()),
                Unpooled.copiedBuffer(refusal.reason() + "\n", StandardCharsets.UTF_8));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var unused = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
