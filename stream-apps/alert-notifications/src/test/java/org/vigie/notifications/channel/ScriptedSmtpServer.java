package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks SMTP on loopback and gives prepared answers to recipients and to the end of a mail. */
final class ScriptedSmtpServer implements AutoCloseable {
    private final ServerSocket server;
    private final Map<String, String> recipients = new ConcurrentHashMap<>();
    private final List<List<String>> accepted = new CopyOnWriteArrayList<>();
    private volatile String dataAnswer = "250 OK";

    ScriptedSmtpServer() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var listener = new Thread(this::serve);
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Answers from now on to a recipient. */
    void answerTo(String recipient, String answer) {
        recipients.put(recipient, answer);
    }

    /** Answers from now on to the end of a mail. */
    void answerToData(String answer) {
        dataAnswer = answer;
    }

    /** Returns the recipients of each mail that was accepted. */
    List<List<String>> accepted() {
        return accepted;
    }

    private void serve() {
        try {
            while (true) {
                try (Socket line = server.accept()) {
                    talk(line);
                }
            }
        } catch (IOException closed) { // the test is over
            assertThat(server.isClosed()).isTrue();
        }
    }

    private void talk(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        List<String> taken = new ArrayList<>();
        say(line, "220 scripted");
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            say(line, answer(command, in, line, taken));
        }
    }

    private String answer(String command, BufferedReader in, Socket line, List<String> taken) throws IOException {
        return switch (command.substring(0, 4).toUpperCase(Locale.ROOT)) {
            case "RCPT" -> recipient(command, taken);
            case "DATA" -> data(in, line, taken);
            case "QUIT" -> "221 bye";
            default -> "250 OK";
        };
    }

    private String recipient(String command, List<String> taken) {
        String address = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        String answer = recipients.getOrDefault(address, "250 OK");
        if (answer.startsWith("2")) {
            taken.add(address);
        }
        return answer;
    }

    private String data(BufferedReader in, Socket line, List<String> taken) throws IOException {
        say(line, "354 go on");
        String text = in.readLine();
        while (text != null && !text.equals(".")) {
            text = in.readLine();
        }
        if (dataAnswer.startsWith("2")) {
            accepted.add(List.copyOf(taken));
        }
        return dataAnswer;
    }

    private static void say(Socket line, String answer) throws IOException {
        line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
