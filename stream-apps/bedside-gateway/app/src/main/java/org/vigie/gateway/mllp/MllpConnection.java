package org.vigie.gateway.mllp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one connection with one thread: reads frames, hands them to the receiver in their order, and answers in that order. Answers are
 * gathered while more frames have arrived, so that many messages wait for the broker at once.
 */
final class MllpConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    /** The largest number of frames that wait for the broker. Beyond it, the connection is not read. */
    private static final int WINDOW = 64;

    private final Socket socket;
    private final MllpConfig config;
    private final MllpReceiver receiver;
    private volatile long writingSince;

    MllpConnection(Socket socket, MllpConfig config, MllpReceiver receiver) {
        this.socket = socket;
        this.config = config;
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, config.idle().toMillis()));
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            talk(new MllpFrameReader(socket.getInputStream(), config.maxFrameBytes()), socket.getOutputStream());
        } catch (IOException e) {
            LOG.info("connection from {} ended: {}", socket.getRemoteSocketAddress(), e.getMessage());
        }
    }

    private void talk(MllpFrameReader frames, OutputStream out) throws IOException {
        Deque<CompletableFuture<String>> pending = new ArrayDeque<>();
        try {
            for (Optional<MllpFrameReader.MllpFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                pending.add(receiver.receive(frame.get().message(), frame.get().whole()));
                if (pending.size() == WINDOW || !frames.hasMore()) {
                    answer(pending, out);
                }
            }
        } finally {
            answer(pending, out);
        }
    }

    private static void addFrame(ByteArrayOutputStream answers, String answer) {
        answers.write(MllpFrameReader.START);
        answers.writeBytes(answer.getBytes(StandardCharsets.UTF_8));
        answers.write(MllpFrameReader.END);
        answers.write('\r');
    }

    private void answer(Deque<CompletableFuture<String>> pending, OutputStream out) throws IOException {
        var answers = new ByteArrayOutputStream();
        while (!pending.isEmpty()) {
            String answer = pending.poll().join();
            if (!answer.isEmpty()) {
                addFrame(answers, answer);
            }
        }
        if (answers.size() > 0) {
            write(answers, out);
        }
    }

    private void write(ByteArrayOutputStream answers, OutputStream out) throws IOException {
        writingSince = System.nanoTime() | 1;
        answers.writeTo(out);
        out.flush();
        writingSince = 0;
    }

    /** Returns true when the sender has taken no answer for too long. A write has no time-out of its own. */
    boolean isStuck(Duration after) {
        long since = writingSince;
        return since != 0 && System.nanoTime() - since > after.toNanos();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection did not close cleanly", e);
        }
    }
}
