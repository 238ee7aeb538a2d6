/// Which part of a seed something comes from; places count from 0.
public enum SeedPart: Hashable, Sendable {
  case board
  case team(Int)
  case challenge(Int)
  case session(Int)
  case person(Int)
  case idea(Int)
  case step(idea: Int, step: Int)
}
