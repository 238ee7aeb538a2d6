import ArgumentParser
import IdeaPipeline
import Interchange

/// Comments on an idea.
struct CommentCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment",
    abstract: "Comment on an idea; prints the comment’s number.",
    discussion: """
      \(examples:
        "hothouse comment clinic 14 \"Who pays at weekends?\" --kind question",
        "hothouse comment clinic 14 \"The trust does.\" --reply-to 1")
      """)

  @OptionGroup var idea: IdeaArgument
  @Argument(help: "What to say, or “-” to read it from standard input. “@ann” tells Ann.")
  var text: String
  @Option(help: "What the comment is for.")
  var kind = Comment.Kind.comment
  @Option(help: "The number of the comment it answers.")
  var replyTo: Int?
  @OptionGroup var acting: ActingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let words = TextRule.comment.clean(try shell.words(text))
    let visit = try Visit(idea.board, in: shell)
    try visit.refuseNewcomersWhereNoNamesAreKept(acting)
    let hand = try visit.hand(acting)
    let detail = try visit.idea(idea.number, for: hand.viewer)
    let promise = try visit.promise(for: hand.viewer)
    let operation = PostComment(
      idea: detail.row.id, comment: kind, text: words,
      replyTo: try replyTo.map { try visit.comment($0, of: detail).id },
      naming: promise.naming, step: promise.step)
    let receipt = try visit.post(operation, by: hand, promise, about: idea.number)
    let comments = try visit.idea(idea.number, for: hand.viewer).comments
    guard let comment = comments.first(where: { $0.id == CommentID(madeBy: receipt.stamp.id) }) else { return }
    if output.isJSON { return try shell.printJSON(CommentJSON(comment)) }
    try shell.say("\(comment.number)")
  }
}
