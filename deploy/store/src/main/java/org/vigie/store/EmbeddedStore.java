package org.vigie.store;

import static org.vigie.store.StoreException.StoreErrorCode.DIRECTORY_DAMAGED;
import static org.vigie.store.StoreException.StoreErrorCode.DIRECTORY_IN_USE;
import static org.vigie.store.StoreException.StoreErrorCode.PORT_TAKEN;

import io.questdb.Bootstrap;
import io.questdb.ServerMain;
import io.questdb.log.LogFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs QuestDB 9 in this JVM: HTTP and the PostgreSQL wire on loopback, all tables in one directory. Stored rows survive a restart and a
 * kill -9 of the process. Both wires ask for a password: {@code admin} may do everything, {@code reader} may only select.
 */
public final class EmbeddedStore implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private final Path dir;
    private final ServerMain server;
    private final StoreLock lock;
    private final SuspendedTables suspendedTables;

    private EmbeddedStore(Path dir, ServerMain server, StoreLock lock) {
        this.dir = dir;
        this.server = server;
        this.lock = lock;
        this.suspendedTables = new SuspendedTables(new StoreQuery(httpUrl(), admin()));
    }

    /**
     * Starts the store and returns when it answers.
     *
     * @param dir made when missing
     * @param httpPort 0 for a free one
     * @param pgPort 0 for a free one
     * @throws StoreException when a port is taken, or the directory is in use or damaged
     */
    public static EmbeddedStore start(Path dir, int httpPort, int pgPort) {
        requireFree(httpPort);
        requireFree(pgPort);
        StoreLock lock = lock(dir);
        try {
            LogFactory.configureRootDir(dir.toAbsolutePath().toString());
            return new EmbeddedStore(dir, open(dir, httpPort, pgPort), lock).checked();
        } catch (StoreException e) {
            lock.release();
            throw e;
        } catch (Exception e) {
            lock.release();
            throw damaged(dir, e);
        }
    }

    /** Returns the base address of the REST interface, without a slash at the end. */
    public String httpUrl() {
        return "http://" + LOOPBACK + ":" + server.getHttpServerPort();
    }

    /** Returns the account that may write. */
    public StoreAccount admin() {
        return StoreAccount.admin(dir);
    }

    /** Returns the account that may only select. */
    public StoreAccount reader() {
        return StoreAccount.reader(dir);
    }

    /** Returns the port of the PostgreSQL wire. */
    public int pgPort() {
        return server.getPgWireServerPort();
    }

    @Override
    public void close() {
        suspendedTables.close();
        server.close();
        lock.release();
    }

    private static ServerMain open(Path dir, int httpPort, int pgPort) throws IOException {
        var started = new AtomicReference<ServerMain>();
        var settings = new QuestDbConfig(
                StoreAccount.admin(dir),
                StoreAccount.reader(dir),
                () -> started.get().getHttpServerPort());
        settings.writeTo(dir, httpPort, pgPort);
        String[] arguments = Bootstrap.getServerMainArgs(dir.toAbsolutePath().toString());
        ServerMain server = new ServerMain(new Bootstrap(settings, arguments));
        started.set(server);
        start(server);
        return server;
    }

    private static void start(ServerMain server) {
        try {
            server.start();
            server.awaitStartup();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private EmbeddedStore checked() {
        try {
            checkTables(new StoreQuery(httpUrl(), admin()));
            suspendedTables.watch();
            return this;
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
            throw damaged(dir, e);
        } catch (StoreException e) {
            server.close();
            throw e.code() == DIRECTORY_DAMAGED ? e : damaged(dir, e);
        }
    }

    /** Opens every table, because QuestDB finds a damaged table only when a query opens it. A view has no files of its own. */
    private void checkTables(StoreQuery query) throws InterruptedException {
        for (Map<String, Object> table : query.execute("SELECT table_name FROM tables() WHERE partitionBy <> 'N/A'")) {
            query.execute("SELECT * FROM \"" + table.get("table_name") + "\" LIMIT -1");
        }
        List<String> suspended = suspendedTables.resumeAndAwait();
        if (!suspended.isEmpty()) {
            throw damaged(dir, new IllegalStateException("suspended tables " + suspended));
        }
    }

    private static StoreException damaged(Path dir, Exception why) {
        return new StoreException(
                DIRECTORY_DAMAGED,
                "The store's directory " + dir + " is damaged (" + why.getMessage()
                        + "): move it away and start again, and the sink fills a new one from the topics that are still kept.",
                why);
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new StoreException(
                    PORT_TAKEN,
                    "Port " + port + " is taken: stop what listens on it or give the store another port.",
                    e);
        }
    }

    private static StoreLock lock(Path dir) {
        try {
            return StoreLock.take(dir)
                    .orElseThrow(() -> new StoreException(
                            DIRECTORY_IN_USE,
                            "The store's directory " + dir
                                    + " is open in another ward: stop that one or take another directory."));
        } catch (IOException e) {
            throw damaged(dir, e);
        }
    }
}
