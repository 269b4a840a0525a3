package org.vigie.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.lang.management.ManagementFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * Captures the output of this JVM: its logs (Vigie's own at every level, the libraries' at the levels that ship),
 * uncaught exceptions, and the names of its metrics.
 */
final class JvmOutputCapture extends AppenderBase<ILoggingEvent> {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("org.vigie");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void start() {
        super.start();
        own.setLevel(Level.TRACE);
        root.addAppender(this);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> lines.add(ThrowableProxyUtil.asString(new ThrowableProxy(failure))));
    }

    @Override
    public void stop() {
        root.detachAppender(this);
        own.setLevel(Level.INFO);
        Thread.setDefaultUncaughtExceptionHandler(null);
        super.stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getThreadName() + " " + event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    String everything() {
        return lines
                + ManagementFactory.getPlatformMBeanServer()
                        .queryNames(null, null)
                        .toString();
    }
}
