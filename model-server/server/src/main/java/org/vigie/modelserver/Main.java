package org.vigie.modelserver;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.vigie.platform.config.ConfigLoader;

/** Starts the model server as a process: {@code Main [configuration file]}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Optional<Path> file = Arrays.stream(arguments).findFirst().map(Path::of);
        ModelServer server = ModelServer.start(ConfigLoader.load(file, ModelServerConfig.class, System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "model-server-stop"));
        new CountDownLatch(1).await();
    }
}
