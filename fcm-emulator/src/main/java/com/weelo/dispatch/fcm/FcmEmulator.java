package com.weelo.dispatch.fcm;

import com.weelo.dispatch.fcm.http.DevelopmentCertificates;
import com.weelo.dispatch.fcm.http.HttpServer;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running emulator of FCM's HTTP v1 API. Senders need only trust {@link #certificateAuthority()}
 * and be led to {@link #port()}, under the name of localhost, fcm-emulator or FCM itself.
 */
public final class FcmEmulator implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FcmEmulator.class);

  private final ReceivedMessages messages;
  private final Faults<Fault> faults = new Faults<>();
  private final ReceivedTexts texts;
  private final Faults<SmsFault> smsFaults = new Faults<>();
  private final @Nullable MailServer mail;
  private final DevelopmentCertificates certificates;
  private final HttpServer server;
  private final int port;
  private final int controlPort;

  private FcmEmulator(
      FcmEmulatorSettings settings,
      DevelopmentCertificates certificates,
      HttpServer server,
      Clock clock) {
    this.messages = new ReceivedMessages(settings.keptMessages());
    this.texts = new ReceivedTexts(settings.keptMessages());
    this.certificates = certificates;
    this.server = server;
    var fcm = new FcmApi(messages, faults, settings.latency(), clock);
    var twilio = new TwilioApi(texts, smsFaults, clock);
    this.port =
        server.listenSecurely(
            new InetSocketAddress(settings.host(), settings.port()),
            request -> TwilioApi.isFor(request) ? twilio.answer(request) : fcm.answer(request),
            certificates.serverContext());
    var control = new ControlApi(messages, faults);
    var others = new OtherChannelsApi(texts, smsFaults, this::mailServer, control);
    this.controlPort =
        server.listen(new InetSocketAddress(settings.host(), settings.controlPort()), others);
    this.mail = // last: whoever fails before it need not close it
        settings.smtpPort() == FcmEmulatorSettings.NO_MAIL
            ? null
            : MailServer.start(settings.host(), settings.smtpPort());
  }

  /**
   * Starts one, which listens when this returns.
   *
   * @throws IllegalStateException when a port cannot be had
   * @throws UncheckedIOException when the certificates' directory cannot be read or written
   */
  public static FcmEmulator start(FcmEmulatorSettings settings) {
    Clock clock = Clock.systemUTC();
    var certificates = DevelopmentCertificates.in(settings.certificates(), clock);
    var server = new HttpServer();
    try {
      var emulator = new FcmEmulator(settings, certificates, server, clock);
      log.info("FCM on port {}, control on port {}", emulator.port, emulator.controlPort);
      return emulator;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The port of FCM itself, over TLS. */
  public int port() {
    return port;
  }

  /** The port of the control API, without TLS. */
  public int controlPort() {
    return controlPort;
  }

  /** The PEM file of the certificate authority that senders have to trust. */
  public Path certificateAuthority() {
    return certificates.authority();
  }

  /** What was sent so far. */
  public ReceivedMessages messages() {
    return messages;
  }

  /** The text messages that were sent so far. */
  public ReceivedTexts texts() {
    return texts;
  }

  /**
   * The mail server.
   *
   * @throws IllegalStateException where none was asked for
   */
  public MailServer mail() {
    if (mail == null) {
      throw new IllegalStateException("it was started without a mail server");
    }
    return mail;
  }

  private Optional<MailServer> mailServer() {
    return Optional.ofNullable(mail);
  }

  /** Puts a fault of text messages behind those that are still to come. */
  public void failTexts(SmsFault fault) {
    smsFaults.add(fault);
  }

  /** Puts a fault behind those that are still to come. */
  public void fail(Fault fault) {
    faults.add(fault);
  }

  /** Drops the faults that are still to come. */
  public void recover() {
    faults.clear();
    smsFaults.clear();
  }

  /** Ends all connections and frees the ports. */
  @Override
  public void close() {
    server.close();
    if (mail != null) {
      mail.close();
    }
  }
}
