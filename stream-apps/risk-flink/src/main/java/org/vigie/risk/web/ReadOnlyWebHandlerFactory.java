package org.vigie.risk.web;

import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;

/** Adds the request guard to Flink's web port. Flink loads this class as a service; it does nothing unless it is turned on. */
public final class ReadOnlyWebHandlerFactory implements InboundChannelHandlerFactory {
    private static final ConfigOption<Boolean> ON =
            ConfigOptions.key("vigie.web.read-only").booleanType().defaultValue(false);
    /** Guards the REST port of a session cluster on loopback: it takes jobs, and refuses every foreign page. */
    private static final ConfigOption<Boolean> LOOPBACK =
            ConfigOptions.key("vigie.web.loopback").booleanType().defaultValue(false);

    /**
     * Turns the guard on.
     *
     * @param port number of the web port, 0 for any free port
     */
    public static void turnOn(Configuration flink, int port) {
        flink.set(ON, true);
        flink.set(WebOptions.SUBMIT_ENABLE, false);
        flink.set(WebOptions.CANCEL_ENABLE, false);
        flink.set(WebOptions.RESCALE_ENABLE, false);
        // Flink always sends this header, by default with "*". The value below is the page's own origin.
        flink.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://127.0.0.1:" + port);
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Optional<ChannelHandler> createHandler(Configuration flink, Map<String, String> responseHeaders) {
        boolean guarded = flink.get(ON) || flink.get(LOOPBACK);
        return guarded ? Optional.of(new WebGuard(flink.get(ON))) : Optional.empty();
    }
}
