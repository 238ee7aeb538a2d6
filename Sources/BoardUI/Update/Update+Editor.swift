import CellGrid

/// The person's own editor, for a text over several rows.
extension AppState {
  /// Opens the text that has the keys in the editor. Over SSH there is no shell to run one in.
  mutating func openEditor() -> [Effect] {
    if surroundings.isHosted {
      say(.refusal, "There is no editor over SSH: write here, or paste the text.")
      return []
    }
    guard let field = textField, field.isMultiline else {
      say(.refusal, "\(label(.editor)) opens a longer text in your editor: go to one first.")
      return []
    }
    return [.edit(field.text, limit: TextBuffer.most)]
  }

  /// Puts the text that came back from the editor in the place of the one it was opened with, which can be undone.
  mutating func takeEdited(_ text: String) -> [Effect] {
    guard var field = textField, field.isMultiline else { return [] }
    field.setText(text)
    textField = field
    switch overlays.last {
    case .composer(var composer)?:
      composer.remark = nil
      setTop(.composer(composer))
      return keepDraft(of: composer)
    case .checklist(var checklist)?:
      checklist.remark = nil
      setTop(.checklist(checklist))
      return keepDraft(of: checklist)
    case .prompt(var prompt)?:
      prompt.remark = nil
      setTop(.prompt(prompt))
      return keepDraft(of: prompt)
    default: return []
    }
  }
}
