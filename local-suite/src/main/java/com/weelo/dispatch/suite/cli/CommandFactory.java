package com.weelo.dispatch.suite.cli;

import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives commands the terminal they print on. */
final class CommandFactory implements IFactory {

  private final Terminal terminal;

  CommandFactory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
    } catch (NoSuchMethodException noNeedForIt) {
      return CommandLine.defaultFactory().create(type);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type + " cannot be made", e.getCause());
    }
  }
}
