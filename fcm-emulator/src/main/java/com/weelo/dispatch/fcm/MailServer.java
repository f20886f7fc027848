package com.weelo.dispatch.fcm;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Arrays;
import java.util.List;

/** Takes every e-mail, from everybody, for everybody. */
public final class MailServer implements AutoCloseable {

  private final GreenMail server;

  private MailServer(GreenMail server) {
    this.server = server;
  }

  /**
   * @param port 0 for a free one
   */
  static MailServer start(String host, int port) {
    var server =
        new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    return new MailServer(server);
  }

  /** The port for SMTP. */
  public int port() {
    return server.getSmtp().getPort();
  }

  /** All that came, oldest first. */
  public List<ReceivedEmail> all() {
    return Arrays.stream(server.getReceivedMessages()).map(ReceivedEmail::of).toList();
  }

  /** Those to this address, oldest first. */
  public List<ReceivedEmail> to(String address) {
    return all().stream().filter(email -> email.to().contains(address)).toList();
  }

  public void clear() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
