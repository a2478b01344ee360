/** Properties of a button whose click must leave the keyboard where it is: after a click on "Shear map", Enter still accepts
 * the reading instead of pressing the same button again. Reaching the button with Tab works as ever. */
export const keepFocus = {
  onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
};
